"""What people see: one file and one function `show` a screen."""
