"""The rules of the official form, by the part of the page they are about."""
