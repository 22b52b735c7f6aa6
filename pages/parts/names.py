"""What periods, units, indicators and boundaries are called on screen: the same as in everything that is sent."""

from report.names import (
    area as area,
)
from report.names import (
    boundaries as boundaries,
)
from report.names import (
    called as called,
)
from report.names import (
    called_inline as called_inline,
)
from report.names import (
    choice as choice,
)
from report.names import (
    counted as counted,
)
from report.names import (
    element as element,
)
from report.names import (
    group as group,
)
from report.names import (
    indicator as indicator,
)
from report.names import (
    invented as invented,
)
from report.names import (
    note as note,
)
from report.names import (
    period as period,
)
from report.names import (
    period_inline as period_inline,
)
from report.names import (
    short as short,
)
from report.names import (
    short_group as short_group,
)
from report.names import (
    short_indicator as short_indicator,
)
from report.names import (
    short_names as short_names,
)
from report.names import (
    side as side,
)
from report.names import (
    some as some,
)
from report.names import (
    state as state,
)
from report.names import (
    status as status,
)
from report.names import (
    unit as unit,
)
from report.names import (
    unit_inline as unit_inline,
)
from report.names import (
    until as until,
)
from report.names import (
    within as within,
)
