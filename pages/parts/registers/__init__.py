"""Registers and their forms: targets, tasks, documents, requests."""
