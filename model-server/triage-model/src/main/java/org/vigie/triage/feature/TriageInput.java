package org.vigie.triage.feature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists the numbers that are known at triage, each with its column in the KTAS file and its plausible range. */
public enum TriageInput {
    /** Years. */
    AGE("Age", 0, 120, false),
    /** 1 female, 2 male. */
    SEX("Sex", 1, 2, true),
    /** 1 walking, 2 ambulance, 3 private car, 4 private ambulance, 5-7 other. */
    ARRIVAL("Arrival mode", 1, 7, true),
    /** mmHg. */
    SBP("SBP", 30, 300, false),
    /** mmHg. */
    DBP("DBP", 10, 200, false),
    /** Beats a minute. */
    HR("HR", 10, 300, false),
    /** Breaths a minute. */
    RR("RR", 1, 90, false),
    /** Degrees Celsius. */
    TEMP("BT", 25, 45, false),
    /** Percent. */
    SPO2("Saturation", 30, 100, false),
    /** 1 no, 2 yes. */
    INJURY("Injury", 1, 2, true),
    /** 1 alert, 2 answers to voice, 3 to pain, 4 to nothing. */
    MENTAL("Mental", 1, 4, true),
    /** 0 no, 1 yes. */
    PAIN("Pain", 0, 1, true),
    /** Numeric rating scale, 0 to 10. */
    NRS("NRS_pain", 0, 10, false);

    private final String column;
    private final double low;
    private final double high;
    private final boolean code;

    TriageInput(String column, double low, double high, boolean code) {
        this.column = column;
        this.low = low;
        this.high = high;
        this.code = code;
    }

    /** Returns the name of its column in the KTAS file. */
    public String column() {
        return column;
    }

    /** Finds the input of a column; case and surrounding blanks do not matter. */
    public static Optional<TriageInput> ofColumn(String heading) {
        String wanted = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(input -> input.column.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** Returns true when a patient can have this value. */
    public boolean isPlausible(double value) {
        return value >= low && value <= high && (!code || value == Math.rint(value));
    }
}
