package org.vigie.grafana;

/** Makes the alarms of {@link StoredRows}: as episodes, as steps of the ledger, and the load of the unit. */
record StoredAlarms(WardRows rows) {
    private static final long ACKNOWLEDGED_AGO = 80;

    /**
     * Adds alarms that nobody answered, alarms whose answer stands, and alarms whose answer has ended because they called again or became
     * more urgent.
     */
    void add() {
        step("unanswered", "HIGH", "RAISED", 90);
        episode("unanswered", "HIGH", false, 90);
        step("milder", "MEDIUM", "RAISED", 95);
        episode("milder", "MEDIUM", false, 95);
        answered("answered", "MEDIUM", 92);
        answered("renewed", "HIGH", 93);
        step("renewed", "HIGH", "CALLED_AGAIN", 93);
        answered("risen", "MEDIUM", 94);
        step("risen", "HIGH", "UPGRADED", 94);
        episode("risen", "HIGH", true, 94);
        answeredAfterItsRise();
        ended();
        load();
    }

    private void answered(String alert, String priority, long secondsAgo) {
        step(alert, priority, "RAISED", secondsAgo);
        step(alert, priority, "ACKNOWLEDGED", secondsAgo);
        episode(alert, priority, true, secondsAgo);
    }

    private void answeredAfterItsRise() {
        step("risen before", "LOW", "RAISED", 91);
        step("risen before", "MEDIUM", "UPGRADED", 91);
        step("risen before", "MEDIUM", "ACKNOWLEDGED", 91);
        episode("risen before", "MEDIUM", true, 91);
    }

    private void step(String alert, String priority, String state, long secondsAgo) {
        rows.add(
                rows.tables().alerts(),
                line -> line.tag("bed", StoredRows.BED)
                        .tag("stay", "s")
                        .tag("rule", "hr_high")
                        .tag("kind", "THRESHOLD")
                        .tag("priority", priority)
                        .tag("state", state)
                        .text("alert", alert)
                        .number("value", 151.0)
                        .number("bound", 130.0)
                        .text("message_fr", "FC 151, " + alert)
                        .text("message_en", "HR 151, " + alert),
                secondsAgo);
    }

    /** Writes an episode. Its acknowledgement is the first one, which stays when it has ended. */
    private void episode(String alert, String priority, boolean acknowledged, long secondsAgo) {
        rows.add(
                rows.tables().alarmEpisodes(),
                line -> line.tag("bed", StoredRows.BED)
                        .tag("unit", "REA")
                        .tag("rule", "hr_high")
                        .tag("kind", "THRESHOLD")
                        .tag("priority", priority)
                        .tag("feedback", "NONE")
                        .text("alert", alert)
                        .instant("acknowledged_at", acknowledged ? rows.ago(ACKNOWLEDGED_AGO) : null)
                        .integer("escalations", 1),
                secondsAgo);
    }

    private void ended() {
        rows.add(
                rows.tables().alarmEpisodes(),
                line -> line.tag("bed", StoredRows.BED)
                        .tag("unit", "REA")
                        .tag("rule", "rr_high")
                        .tag("kind", "THRESHOLD")
                        .tag("priority", "LOW")
                        .tag("feedback", "USEFUL")
                        .text("alert", "c")
                        .instant("acknowledged_at", rows.ago(ACKNOWLEDGED_AGO))
                        .instant("cleared_at", rows.ago(70))
                        .integer("escalations", 0),
                96);
    }

    private void load() {
        rows.add(
                rows.tables().alarmLoads(),
                line -> line.tag("unit", "REA")
                        .tag("flood", "false")
                        .integer("last_10_minutes", 3)
                        .number("per_nurse", 1.5)
                        .number("target", 1.0)
                        .number("burn", 1.2),
                60);
    }
}
