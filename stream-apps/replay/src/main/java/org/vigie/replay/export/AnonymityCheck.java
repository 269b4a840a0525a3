package org.vigie.replay.export;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that no patient of an export can be recognised by the facts of a stay (k-anonymity), and counts how different the stays with the same facts are
 * (l-diversity).
 */
record AnonymityCheck(ExportDatabase database) {
    /** @throws IllegalArgumentException when a group has too few patients */
    AnonymityReport report(AnonymityLevel level) throws SQLException {
        return AnonymityReport.of(groups(), level);
    }

    private List<StayGroup> groups() throws SQLException {
        List<StayGroup> groups = new ArrayList<>();
        database.read(
                "SELECT concat_ws(' ', unit, age_band, sex, unit_kind) AS facts, count(DISTINCT patient) AS patients,"
                        + " count(DISTINCT length_band)"
                        + " FROM stays GROUP BY unit, age_band, sex, unit_kind ORDER BY patients, facts",
                row -> groups.add(new StayGroup(row.getString(1), row.getLong(2), row.getLong(3))));
        return groups;
    }
}
