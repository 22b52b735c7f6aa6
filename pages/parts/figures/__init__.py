"""What the pages of figures say: standing, change, outlook, origin, map."""
