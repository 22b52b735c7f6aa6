"""Returns as clerks of many provinces make them, each with its truth: a second measure of the reader, made to catch it out."""

from styles.across import ACROSS
from styles.again import AGAIN
from styles.desk import Case
from styles.down import DOWN
from styles.more import MORE_STYLES
from styles.odd import ODD
from styles.sly import SLY
from styles.strange import STRANGE
from styles.traps import TRAPS
from styles.wider import WIDER

STYLES = (*ACROSS, *DOWN, *TRAPS, *MORE_STYLES, *ODD, *SLY, *AGAIN, *WIDER, *STRANGE)

__all__ = ["STYLES", "Case"]
