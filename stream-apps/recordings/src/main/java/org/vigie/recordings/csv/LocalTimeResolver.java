package org.vigie.recordings.csv;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Turns local times into instants.
 *
 * @param zone time zone of the local times
 */
public record LocalTimeResolver(ZoneId zone) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final int WESTERNMOST = -12 * 3600;
    private static final int EASTERNMOST = 14 * 3600;

    /**
     * Returns why a local time is no instant. Empty when it is one. The hour that a clock shows twice in autumn is ambiguous; the hour
     * that it leaves out in spring does not exist.
     */
    public String fault(LocalDateTime local) {
        int meant = zone.getRules().getValidOffsets(local).size();
        if (meant == 1) {
            return "";
        }
        return meant == 0
                ? "no such time: the clocks of " + zone + " went forward over " + local
                : "ambiguous time: the clocks of " + zone + " showed " + local + " twice";
    }

    CsvTimeField resolve(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.size() == 1 ? resolve(local.atOffset(offsets.get(0))) : CsvTimeField.none(fault(local));
    }

    /** Checks that the offset is in use, as in HL7, and that the year is one in which a monitor can have measured. */
    static CsvTimeField resolve(OffsetDateTime exact) {
        int year = exact.getYear();
        int seconds = exact.getOffset().getTotalSeconds();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return CsvTimeField.none("no time: its year must be " + FIRST_YEAR + " to " + LAST_YEAR + ", was " + year);
        }
        return seconds < WESTERNMOST || seconds > EASTERNMOST
                ? CsvTimeField.none("no time: its offset must be -12:00 to +14:00, was " + exact.getOffset())
                : new CsvTimeField(exact.toInstant().toEpochMilli(), "");
    }
}
