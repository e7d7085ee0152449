"""Native charts with their numbers, so that a person can open and change them."""
# ruff: noqa: ANN401, SLF001 - the slide library has no complete types, and keeps to itself what it cannot do
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.util import Pt

from cxaudit.presentation.charts_effort import LANE_NAMES, LANE_ROLES
from cxaudit.presentation.deck_charts import Bars, Curve, Mark, Series
from cxaudit.report.palette import PALETTE
from cxaudit.report.slides.fit import shortened
from cxaudit.report.zipped import settled

SIZES = ((6, 14), (10, 12), (1000, 9))
"""Sizes of text by how many bars there are at the most."""
FEW = 4
"""Fewer bars than this get more room about them, lest they look like blocks."""
NAME = 180.0
"""Room for the names of bars, in points."""
SHORT = 1.4
"""An index that ends before this has no room for its number in its bar."""
LABELLED = 15
"""More actions than this are not all numbered."""
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def color(role: str) -> RGBColor:
    """Return a colour of the palette by its role."""
    return RGBColor.from_string(PALETTE[role].lstrip("#").upper())


def draw_bars(holder: Any, bars: Bars, date: str) -> Any:
    """Put bars into a placeholder and return the shape; `date` (ISO 8601) is that of its workbook."""
    data = CategoryChartData(number_format="0" if bars.stacked else "0.0")
    size = next(size for most, size in SIZES if len(bars.categories) <= most)
    data.categories = [_name(name, size) for name in bars.categories]
    for series in bars.series:
        values = [None if bars.stacked and not value else value for value in series.values]
        data.add_series(series.name, values)
    kind = XL_CHART_TYPE.BAR_STACKED if bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    shape = holder.insert_chart(kind, data)
    chart = shape.chart
    _text(chart, size)
    _axes_of_bars(chart, bars)
    plot = chart.plots[0]
    plot.overlap, plot.gap_width = 100, 45 + 90 * max(0, FEW - len(bars.categories))
    for made, series in zip(plot.series, bars.series, strict=True):
        _fill(made.format, series)
        _labels(made, series, bars, size)
    if bars.low:
        index = next(k for k, series in enumerate(bars.series) if series.name == bars.told)
        _ranges(plot.series[index], bars, bars.series[index])
    _legend(chart, len(bars.series) > 1)
    _settle(chart, date)
    return shape


def _name(name: str, size: float) -> str:
    """Return a name that takes one line; the alternative text has all of it."""
    return shortened(name, NAME, size, 1)


def _text(chart: Any, size: float) -> None:
    chart.font.size = Pt(size)
    chart.font.color.rgb = color("ink")
    chart.has_title = False


def _axes_of_bars(chart: Any, bars: Bars) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.format.line.color.rgb = color("rule")
    names.has_major_gridlines = False
    names.tick_labels.font.color.rgb = color("ink")
    values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    values.format.line.fill.background()
    values.major_gridlines.format.line.color.rgb = color("hairline")
    values.tick_labels.font.color.rgb = color("muted")
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "0", False
    if bars.stacked:
        values.visible = False
        values.has_major_gridlines = False
        values.minimum_scale = 0
    else:
        values.minimum_scale, values.maximum_scale, values.major_unit = 1, 5, 1
        _name_axis(values, bars.axis)


def _name_axis(axis: Any, name: str) -> None:
    axis.has_title = True
    axis.axis_title.text_frame.text = name
    font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(11), False, color("muted")


def _fill(look: Any, series: Series) -> None:
    tone = color(series.role)
    if series.look == "outline":
        look.fill.background()
        look.line.color.rgb, look.line.width = tone, Pt(1.75)
        if series.role == "flag":
            look.line.dash_style = MSO_LINE.DASH
    elif series.look == "hatched":
        look.fill.patterned()
        look.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        look.fill.fore_color.rgb, look.fill.back_color.rgb = tone, color("surface")
        look.line.color.rgb = tone
    else:
        look.fill.solid()
        look.fill.fore_color.rgb = tone
        look.line.color.rgb = color("level_edge") if series.role.startswith("level") else tone


def _labels(made: Any, series: Series, bars: Bars, size: float) -> None:
    if series.name != bars.told and not bars.stacked:
        return
    labels = made.data_labels
    labels.show_value = True
    labels.font.size, labels.font.bold = Pt(size), True
    labels.number_format, labels.number_format_is_linked = ("0" if bars.stacked else "0.0"), False
    if bars.stacked:
        labels.position = XL_LABEL_POSITION.CENTER
        text = f"{series.role}_text"
        labels.font.color.rgb = color(text if text in PALETTE else "ink")
        return
    labels.position = XL_LABEL_POSITION.INSIDE_BASE
    labels.font.color.rgb = color("surface")
    for place, value in enumerate(bars.series[-1].values):
        if value is not None and value < SHORT:
            label = made.points[place].data_label
            label.position = XL_LABEL_POSITION.OUTSIDE_END
            label.font.color.rgb, label.font.size, label.font.bold = color("ink"), Pt(size), True


def _ranges(made: Any, bars: Bars, index: Series) -> None:
    """Draw a range as a line with two ends about each bar."""
    ends = [(v, low, high) for v, low, high in zip(index.values, bars.low, bars.high, strict=True)]
    plus = [max(0.0, (high or 0) - value) if value and high else 0.0 for value, _low, high in ends]
    minus = [max(0.0, value - (low or 0)) if value and low else 0.0 for value, low, _high in ends]
    if not any(plus) and not any(minus):
        return
    bars_xml = parse_xml(
        '<c:errBars xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>{_numbers(plus)}</c:plus>'
        f'<c:minus>{_numbers(minus)}</c:minus><c:spPr><a:ln w="19050"><a:solidFill>'
        f'<a:srgbClr val="{PALETTE["ink"].lstrip("#")}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    made._element.find("{http://schemas.openxmlformats.org/drawingml/2006/chart}cat").addprevious(bars_xml)


def _numbers(values: list[float]) -> str:
    points = "".join(f'<c:pt idx="{k}"><c:v>{value:.1f}</c:v></c:pt>' for k, value in enumerate(values) if value)
    return f'<c:numLit><c:formatCode>0.0</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit>'


def _legend(chart: Any, shown: bool) -> None:  # noqa: FBT001 - whether it is there
    chart.has_legend = shown
    if shown:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(11)
        chart.legend.font.color.rgb = color("muted")


def draw_curve(holder: Any, curve: Curve, date: str) -> Any:
    """Put the curve into a placeholder and return the shape; `date` (ISO 8601) is that of its workbook."""
    data = XyChartData(number_format="0%")
    whole = data.add_series(curve.whole)  # the longest comes first: some programs lose what stands before it
    whole.add_data_point(0, 0)
    for mark in curve.marks:
        whole.add_data_point(mark.effort, mark.share)
    lanes = [lane for lane in LANE_ROLES if any(mark.lane == lane for mark in curve.marks)]
    for lane in lanes:
        series = data.add_series(LANE_NAMES[lane])
        for mark in (mark for mark in curve.marks if mark.lane == lane):
            series.add_data_point(mark.effort, mark.share)
    half = data.add_series(curve.half)
    half.add_data_point(0, 0.5)
    half.add_data_point(curve.marks[-1].effort, 0.5)
    shape = holder.insert_chart(XL_CHART_TYPE.XY_SCATTER_LINES, data)
    chart = shape.chart
    _text(chart, 12)
    _axes_of_curve(chart, curve)
    line, *dots, middle = chart.plots[0].series
    _line(line, "rule")
    _line(middle, "target")
    middle.format.line.dash_style = MSO_LINE.DASH
    numbered = _numbered(curve.marks)
    for made, lane in zip(dots, lanes, strict=True):
        _dots(made, lane, [mark for mark in curve.marks if mark.lane == lane], numbered)
    _legend(chart, shown=True)
    _settle(chart, date)
    return shape


def _axes_of_curve(chart: Any, curve: Curve) -> None:
    for axis, name in ((chart.category_axis, curve.x_name), (chart.value_axis, curve.y_name)):
        _name_axis(axis, name)
        axis.format.line.color.rgb = color("rule")
        axis.tick_labels.font.color.rgb = color("muted")
        axis.minimum_scale = 0
        axis.has_major_gridlines = False
    chart.value_axis.maximum_scale, chart.value_axis.major_unit = 1, 0.25
    chart.value_axis.has_major_gridlines = True
    chart.value_axis.major_gridlines.format.line.color.rgb = color("hairline")
    chart.value_axis.tick_labels.number_format, chart.value_axis.tick_labels.number_format_is_linked = "0%", False
    chart.category_axis.tick_labels.number_format_is_linked = False
    chart.category_axis.tick_labels.number_format = "0"


def _line(made: Any, role: str) -> None:
    made.smooth = False
    made.marker.style = XL_MARKER_STYLE.NONE
    made.format.line.color.rgb, made.format.line.width = color(role), Pt(1.5)


def _dots(made: Any, lane: str, marks: list[Mark], numbered: frozenset[int]) -> None:
    made.smooth = False
    made.format.line.fill.background()
    made.marker.style, made.marker.size = XL_MARKER_STYLE.CIRCLE, 9
    made.marker.format.fill.solid()
    made.marker.format.fill.fore_color.rgb = color(LANE_ROLES[lane])
    made.marker.format.line.color.rgb = color("surface")
    for place, mark in enumerate(marks):
        if mark.rank in numbered:
            label = made.points[place].data_label
            label.has_text_frame = True
            label.text_frame.text = str(mark.rank)
            font = label.text_frame.paragraphs[0].runs[0].font
            font.size, font.bold, font.color.rgb = Pt(11), True, color("ink")
            label.position = XL_LABEL_POSITION.ABOVE


def _numbered(marks: tuple[Mark, ...]) -> frozenset[int]:
    """Return the ranks that have room for a number: all of a few, else those that lie apart from the last one."""
    whole, last, found = max(marks[-1].effort, 1), -1.0, set[int]()
    for mark in marks:
        place = mark.effort / whole
        if len(marks) <= LABELLED or place - last >= 1 / 28:
            found.add(mark.rank)
            last = place
    return frozenset(found)


def _settle(chart: Any, date: str) -> None:
    """Give axes numbers as the format wants them, and take the time of its making out of the chart's workbook."""
    for axis in chart._chartSpace.xpath(".//c:axId | .//c:crossAx"):
        axis.set("val", axis.get("val").lstrip("-"))
    part = chart.part.chart_workbook.xlsx_part
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(part.blob)) as before, zipfile.ZipFile(made, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + f"{date}T00:00:00Z".encode() + rb"\g<2>", content)
            after.writestr(entry.filename, content)
    part._blob = settled(made.getvalue())
