package org.vigie.grafana;

import java.util.List;
import java.util.Random;

/** Makes the vital signs of one invented patient for {@link PreviewWard}. */
final class PreviewVitals {
    /** A heart rate of 128 and a fever come over the patient whose state becomes worse. */
    private static final List<PreviewVital> VITALS = List.of(
            new PreviewVital("hr", 82, 46, 41, "/min"),
            new PreviewVital("spo2", 96, -5, 68, "%"),
            new PreviewVital("rr", 17, 12, 44, "/min"),
            new PreviewVital("temp", 37.1, 1.6, 33.2, "Cel"),
            new PreviewVital("abp_sys", 122, -30, 201, "mm[Hg]"),
            new PreviewVital("abp_mean", 84, -22, 152, "mm[Hg]"),
            new PreviewVital("abp_dia", 66, -16, 131, "mm[Hg]"));

    private static final List<PreviewVital> CUFF = List.of(
            new PreviewVital("nibp_sys", 124, -30, 201, "mm[Hg]"),
            new PreviewVital("nibp_mean", 85, -22, 152, "mm[Hg]"),
            new PreviewVital("nibp_dia", 67, -16, 131, "mm[Hg]"));
    private static final int CUFF_MINUTES = 15;
    /** One of so many readings is rejected, and three are suspect. */
    private static final int READINGS_OF_A_FAULT = 400;

    private final WardRows rows;
    private final Random chance = new Random(11);
    private int offset = 1_000_000;

    PreviewVitals(WardRows rows) {
        this.rows = rows;
    }

    /**
     * Describes a vital sign.
     *
     * @param usual value
     * @param rise of the patient who becomes worse
     * @param artefact value of a suspect or rejected reading
     */
    private record PreviewVital(String variable, double usual, double rise, double artefact, String unit) {}

    /** @param worse 0 for a steady patient, 1 for one whose state is as bad as it becomes */
    void add(String bed, int number, int minute, double worse) {
        VITALS.stream()
                .filter(vital -> !isPaused(bed, vital, minute))
                .forEach(vital -> reading(bed, vital, value(vital, number, minute, worse), minute));
        if (minute % CUFF_MINUTES == number % CUFF_MINUTES) {
            CUFF.forEach(vital -> reading(bed, vital, value(vital, number, minute, worse), minute));
        }
    }

    /** The probe of the temperature was out for half an hour: a chart must show the gap. */
    private static boolean isPaused(String bed, PreviewVital vital, int minute) {
        return bed.equals(PreviewWard.BED) && vital.variable().equals("temp") && minute > 90 && minute < 120;
    }

    private double value(PreviewVital vital, int number, int minute, double worse) {
        double slow = Math.sin((minute + 17.0 * number) / 29);
        double own = 1 + 0.004 * (number % 9 - 4) + 0.02 * slow + 0.006 * chance.nextGaussian();
        double scale = vital.variable().equals("temp") || vital.variable().equals("spo2") ? 1 + (own - 1) / 4 : own;
        double value = vital.usual() * scale + vital.rise() * worse;
        return vital.variable().equals("spo2") ? Math.min(100, value) : value;
    }

    private void reading(String bed, PreviewVital vital, double value, int minute) {
        int draw = chance.nextInt(READINGS_OF_A_FAULT);
        String verdict = draw == 0 ? "REJECTED" : draw < 4 ? "SUSPECT" : "KEPT";
        String reason = draw == 0 ? "DEVICE_INVALID" : draw < 4 ? "SPIKE" : "NONE";
        double shown = draw < 4 ? vital.artefact() : value;
        int place = offset++;
        rows.add(
                rows.tables().readings(),
                line -> line.tag("bed", bed)
                        .tag("variable", vital.variable())
                        .tag("verdict", verdict)
                        .tag("reason", reason)
                        .tag("device", "monitor-" + bed.substring(4))
                        .number(
                                "value",
                                vital.variable().equals("temp") ? Math.round(10 * shown) / 10.0 : Math.round(shown))
                        .text("unit", vital.unit())
                        .instant("published_at", rows.ago(60L * minute))
                        .integer("raw_partition", 0)
                        .integer("raw_offset", place)
                        .integer("raw_index", 0),
                60L * minute);
    }
}
