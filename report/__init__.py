"""What we send: the written report and its checks."""
