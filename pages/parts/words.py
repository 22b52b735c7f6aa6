"""Streamlit speaks English only: this small component swaps its fixed words for ours, and lets our links change page without reloading."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from catalogue.language import _, language

FIXED = (
    "Add", "Cancel", "Choose an option", "Choose options", "Clear all", "Clear value", "Close", "Close sidebar", "Collapse",
    "Collapse sidebar", "Connecting", "Connection error", "Copied", "Copy", "Copy link", "Copy to clipboard", "Dark", "Delete",
    "Download", "Download as CSV", "Drag and drop file here", "Drag and drop files here", "Drag and drop a file here",
    "Drop files here", "Drop file here", "Expand", "Expand sidebar", "Format", "Autosize", "Pin column", "Unpin column", "Hide column",
    "Sort ascending", "Sort descending", "Statistics", "Fullscreen", "Close fullscreen", "Light", "Main menu", "No options to select",
    "No options to select.", "No results", "Open sidebar", "Page not found", "Print", "Record screen", "Rerun", "Reset", "Reset axes",
    "Running...", "RUNNING...", "Search", "Select all", "Settings", "Show/hide columns", "Skip to main content", "Stop", "Submit",
    "Theme", "Upload", "Browse files", "Use system setting", "System", "View fullscreen", "Wide mode", "Zoom in", "Zoom out", "Zoom",
    "Pan", "Autoscale", "Remove", "Remove file", "Clear cache", "Always rerun", "Download plot as a PNG", "Download plot as a png",
    "Box Select", "Lasso Select", "More", "more", "empty", "Loading...",
    "The page that you have requested does not seem to exist. Running the app's main page.", "Enter a value", "Press Enter to apply",
    "Please wait...", "Open", "Navigate to home page", "file upload", "Selected values",
)  # fmt: skip
PATTERNS = (
    (r"^Limit (.+?) per file(.*)$", "Limit $1 per file$2"),
    (r"^(\d+(?:\.\d+)?\s?[KMG]B) per file(.*)$", "$1 per file$2"),
    (r"^Selected (.+?)\. (.+)$", "Selected $1. $2"),
    (r"^(\d+) more$", "$1 more"),
    (r"^(\d+) options? available\.$", "$1 options available."),
    (r"^Remove (.+)$", "Remove $1"),
)


@cache
def _component():
    return st.components.v2.component("chi_so_words", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"))


@cache
def _payload(code: str) -> dict:
    """What the component needs in language `code`: pairs that differ, patterns with their replacement."""
    return {
        "language": code,
        "fixed": {word: _(word) for word in FIXED if _(word) != word},
        "patterns": [[pattern, _(said)] for pattern, said in PATTERNS],
    }


def translate() -> None:
    """Place the component, invisible, once a run."""
    with st.container(key="words"):
        _component()(data=_payload(language()), key="chi_so_words")
