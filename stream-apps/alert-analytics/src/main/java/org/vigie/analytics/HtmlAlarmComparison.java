package org.vigie.analytics;

import org.vigie.platform.report.ReportTemplate;

/** Writes a comparison as one HTML page that loads no other files. The template {@code comparison} uses the method names of this record. */
record HtmlAlarmComparison(AlarmReportComparison comparison) {
    private static final ReportTemplate TEMPLATE = new ReportTemplate(HtmlAlarmComparison.class, "comparison");

    @Override
    public String toString() {
        return TEMPLATE.render(this);
    }

    String title() {
        return "Alarms of " + comparison.after() + " beside " + comparison.before();
    }
}
