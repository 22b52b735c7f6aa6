"""The written report on screen: drafts, checklists, findings."""
