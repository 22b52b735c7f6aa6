"""The headings over one column, outermost first: merged ones over their range, others over the gaps to their right."""

from __future__ import annotations

from loaders.opening.grid import Sheet
from loaders.understanding.headings.squeezed import opened
from loaders.understanding.texts.tables import Region


def path_over(sheet: Sheet, region: Region, first: int, last: int, col: int) -> tuple[str, ...]:
    """The headings over a column, outermost first; a merged one covers its range, an unmerged one the gaps to its right."""
    path: list[str] = []
    for row in range(first, last + 1):
        text = opened(_heading(sheet, region, first, row, col, last))
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)


def _heading(sheet: Sheet, region: Region, first: int, row: int, col: int, last: int) -> str:
    owner = sheet.owners.get((row, col))
    if owner:
        top = sheet.cell(owner.top, owner.left)
        return top.text.strip() if top else ""
    cell = sheet.cell(row, col)
    if cell and not cell.extra.under_merge:
        return cell.text.strip()
    if row == last:
        return ""
    if any(m.top == row and m.right > m.left for m in sheet.merges):
        return _left_out(sheet, row, col, last)
    return _spilled(sheet, region, first, row, col, last)


def _left_out(sheet: Sheet, row: int, col: int, last: int) -> str:
    """The heading merged over the columns to the left and by mistake not over this one, whose own heading stands beside theirs alone."""
    group = sheet.owners.get((row, col - 1))
    alone = sheet.cell(row + 1, col) is not None and all((at, col) not in sheet.owners for at in range(row, last + 1))
    if group is None or not alone or group.right == group.left or group.bottom > row or sheet.cell(row + 1, col - 1) is None:
        return ""
    top = sheet.cell(group.top, group.left)
    return top.text.strip() if top else ""


def _spilled(sheet: Sheet, region: Region, first: int, row: int, col: int, last: int) -> str:
    """The heading to the left whose unmerged cell stands for a group: only where the row below has children here and there, and no group
    over it ends between."""
    below = [c for c in range(region.left, region.right + 1) if any(sheet.cell(r, c) for r in range(row + 1, last + 1))]
    if col not in below:
        return ""
    for left in range(col - 1, region.left - 1, -1):
        if any(sheet.cell(above, left + 1) for above in range(first, row)):
            return ""
        cell = sheet.cell(row, left)
        if cell:
            return cell.text.strip() if left in below else ""
        if left not in below:
            return ""
    return ""
