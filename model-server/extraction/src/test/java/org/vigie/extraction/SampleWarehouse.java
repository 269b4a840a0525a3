package org.vigie.extraction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fills a warehouse with made-up patients, in each layout: twenty admissions, every fourth of which ends in death. One admission has a second
 * stay in intensive care, which no cohort contains.
 */
final class SampleWarehouse {
    static final int STAYS = 20;

    private static final int FIRST_STAY = 3_000;
    private static final LocalDateTime START = LocalDateTime.parse("2150-01-01T08:00:00");

    /** One measurement: item of MIMIC-IV, LOINC, UCUM unit, value in that unit. */
    private record SampleEvent(int item, String loinc, String unit, double value, int minute) {}

    /** Concept ids of the LOINC codes and units that the sample uses. */
    private static final Map<String, Integer> CONCEPTS = Map.of(
            "8867-4", 101, "59408-5", 102, "8310-5", 103, "9267-6", 104, "9270-0", 105, "9268-4", 106, "3150-6", 107,
            "29463-7", 108);

    private SampleWarehouse() {}

    /** Creates the tables of a layout. */
    static void fill(Connection connection, WarehouseLayout layout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : SampleTables.of(layout)) {
                statement.execute(table);
            }
        }
        SampleTableRows rows = new SampleTableRows();
        if (layout == WarehouseLayout.MIMIC_IV) {
            fillMimic(rows);
        } else {
            fillOmop(rows, layout == WarehouseLayout.EDS);
        }
        new SampleCodeRows(rows).add(layout);
        rows.insert(connection);
    }

    private static void fillMimic(SampleTableRows rows) {
        for (int number = 0; number < STAYS; number++) {
            int subject = 10 + number;
            rows.add("mimiciv_hosp.patients", subject, number % 2 == 0 ? "F" : "M", 50 + number, 2150);
            rows.add(
                    "mimiciv_hosp.admissions",
                    100 + number,
                    left(number),
                    died(number) ? left(number) : null,
                    died(number) ? 1 : 0);
            rows.add(
                    "mimiciv_icu.icustays", subject, 100 + number, stay(number), unit(number), in(number), out(number));
            for (SampleEvent event : events(number)) {
                rows.add(
                        "mimiciv_icu.chartevents",
                        stay(number),
                        in(number).plusMinutes(event.minute()),
                        event.item(),
                        event.value());
            }
        }
        rows.add("mimiciv_icu.icustays", 10, 100, FIRST_STAY + 500, unit(0), out(0).plusHours(5), out(0).plusHours(9));
        rows.add("mimiciv_hosp.labevents", 10, in(0).plusMinutes(90), 50_813, 2.5);
        for (SampleLab lab : SampleLab.values()) {
            rows.add("mimiciv_hosp.labevents", 10, in(0).plusMinutes(lab.minute), lab.item, lab.value);
        }
        rows.add("mimiciv_icu.outputevents", stay(0), in(0).plusMinutes(95), 226_559, 120.0);
    }

    private static void fillOmop(SampleTableRows rows, boolean french) {
        CONCEPTS.forEach((code, id) -> rows.add("concept", id, code, "LOINC"));
        for (int number = 0; number < STAYS; number++) {
            OmopRows.person(rows, number, french);
            OmopRows.stay(rows, number, french, stay(number), in(number), out(number));
            for (SampleEvent event : events(number)) {
                OmopRows.measurement(
                        rows,
                        french,
                        number,
                        in(number).plusMinutes(event.minute()),
                        CONCEPTS.get(event.loinc()),
                        event.unit(),
                        event.value());
            }
        }
        OmopRows.labs(rows, french);
        OmopRows.stay(rows, 0, french, FIRST_STAY + 500, out(0).plusHours(5), out(0).plusHours(9));
    }

    private static List<SampleEvent> events(int number) {
        List<SampleEvent> events = new ArrayList<>();
        for (int hour = 0; hour < 50; hour++) {
            double rate = 80 + number + hour % 7 + (died(number) ? 25 : 0);
            events.add(new SampleEvent(220_045, "8867-4", "/min", rate, 60 * hour + 5));
            events.add(new SampleEvent(220_277, "59408-5", "%", 96, 60 * hour + 5));
        }
        events.add(new SampleEvent(223_762, "8310-5", "Cel", 37.5, 30));
        events.add(new SampleEvent(220_739, "9267-6", "{score}", 4, 61));
        events.add(new SampleEvent(223_900, "9270-0", "{score}", 5, 61));
        events.add(new SampleEvent(223_901, "9268-4", "{score}", 6, 61));
        events.add(new SampleEvent(223_835, "3150-6", "%", 40, 62));
        events.add(new SampleEvent(226_512, "29463-7", "kg", 81, 63));
        return events;
    }

    static boolean died(int number) {
        return number % 4 == 3;
    }

    static int stay(int number) {
        return FIRST_STAY + number;
    }

    static String unit(int number) {
        return number % 2 == 0 ? "Medical Intensive Care Unit (MICU)" : "Coronary Care Unit (CCU)";
    }

    static LocalDateTime in(int number) {
        return START.plusDays(number);
    }

    static LocalDateTime out(int number) {
        return in(number).plusHours(60 + number);
    }

    static LocalDateTime left(int number) {
        return in(number).plusDays(10);
    }
}
