package org.vigie.station;

import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.channel;
import static org.vigie.station.StationRecords.cleared;
import static org.vigie.station.StationRecords.limit;
import static org.vigie.station.StationRecords.load;
import static org.vigie.station.StationRecords.looked;
import static org.vigie.station.StationRecords.monitorAlarm;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.shelved;
import static org.vigie.station.StationRecords.technical;
import static org.vigie.station.StationRecords.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.Origin;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.station.ward.WardView;
import org.vigie.testing.story.WardStory;

/**
 * Builds a ward of 24 beds with one day of records and one example of everything that a page can show. The screenshots
 * show it.
 */
public final class DemoWard {
    private static final int BEDS = 24;
    private static final int HOURS = 48;
    /** Tells how long before the present the heart rate of bed 3 rises. */
    private static final Duration TACHYCARDIA = Duration.ofMinutes(12);

    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final List<TriageLevelRecord> CALM = List.of(
            TriageLevelRecord.TRI_3A,
            TriageLevelRecord.TRI_3B,
            TriageLevelRecord.TRI_4,
            TriageLevelRecord.TRI_5,
            TriageLevelRecord.UNKNOWN);

    private final WardView ward;
    private final Instant now;
    private final Instant triageSentAt;
    private final Random chance = new Random(7);

    /** @param triageSentAt when every stay's triage was sent */
    public DemoWard(WardView ward, Instant now, Instant triageSentAt) {
        this.ward = ward;
        this.now = now;
        this.triageSentAt = triageSentAt;
    }

    static String bed(int number) {
        return String.format(Locale.ROOT, "REA/%02d", number);
    }

    static String stay(int number) {
        return String.format(Locale.ROOT, "S-%04d", 4100 + number * 37);
    }

    public void fill() {
        IntStream.rangeClosed(1, BEDS).forEach(this::admit);
        IntStream.rangeClosed(1, 20).forEach(this::yesterday);
        alarms();
        ward.takeEntry(limit(stay(3), AlertStateRecord.LIMIT_SET, 86, now.minusSeconds(700)));
        ward.takeEntry(shelved(
                raised("a6", bed(6), stay(6), AlarmPriorityRecord.MEDIUM, now.minusSeconds(500)),
                now.minusSeconds(400),
                now.plusSeconds(1400)));
        ward.take(monitorAlarm(bed(11), "APNÉE", "start", now.minusSeconds(40)));
        ward.take(load("REA", 14, 0.58, false, now), now);
        ward.take(channel("alertmanager", true, now.minusSeconds(86_000)), now);
    }

    /** One more second of every bed. */
    public void second(Instant at) {
        IntStream.rangeClosed(1, 20).filter(bed -> bed != 9).forEach(bed -> beat(bed, at));
    }

    private void admit(int number) {
        if (number == 23) {
            ward.take(new org.vigie.schemas.BedStays(bed(number), List.of()));
        } else {
            ward.take(admitted(bed(number), stay(number), now.minus(Duration.ofHours(31))));
        }
    }

    private void yesterday(int number) {
        for (int minute = 24 * 60; minute > 0; minute--) {
            if (number != 9 || minute > 3) {
                beat(number, now.minus(Duration.ofMinutes(minute)));
            }
        }
        ward.take(window(number));
        ward.take(risk(
                bed(number), stay(number), 0.02 + 0.9 * Math.pow(chance.nextDouble(), 3), 0.8 + number * 0.008, now));
        var triage = triage(
                bed(number),
                stay(number),
                level(number),
                news2(number),
                news2(number) + (number % 5 == 0 ? 3 : 0),
                now);
        ward.take(
                looked(triage, 2 + number % 3, number == 5, "Sans motif de recours", "No complaint given"),
                triageSentAt);
    }

    private void beat(int number, Instant at) {
        double slow = Math.sin(at.getEpochSecond() / 3000.0 + number);
        double fast = chance.nextGaussian();
        boolean tachycardic = number == 3 && at.isAfter(now.minus(TACHYCARDIA));
        var message = new WardStory().bed(bed(number), stay(number)).at(at);
        if (number == 12 || chance.nextInt(400) == 0) {
            message.suspect("hr", 41 + fast);
        } else {
            message.kept("hr", (tachycardic ? 166 : 82) + 9 * slow + fast);
        }
        if (number == 14 && at.isAfter(now.minus(Duration.ofMinutes(20)))) {
            ward.take(new WardStory()
                    .bed(bed(number), stay(number))
                    .at(at)
                    .rejected("spo2", CleaningReasonRecord.DEVICE_INVALID));
        } else {
            message.kept("spo2", Math.min(100, (number == 7 ? 86 : 96) + 1.5 * slow + 0.4 * fast));
        }
        message.kept("rr", 17 + 3 * slow + 0.5 * fast);
        if (number % 4 != 0) {
            message.kept("abp_sys", 121 + 14 * slow + 2 * fast);
            message.kept("abp_dia", 66 + 8 * slow + fast);
            message.kept("abp_mean", 84 + 10 * slow + fast);
        } else if (at.getEpochSecond() / 60 % 15 == 0) {
            message.kept("nibp_sys", Math.rint(128 + 12 * slow));
            message.kept("nibp_dia", Math.rint(71 + 6 * slow));
            message.kept("nibp_mean", Math.rint(90 + 8 * slow));
        }
        if (number != 5) {
            message.kept("temp", (number == 16 ? 38.8 : 37.1) + 0.5 * slow + number * 0.02);
        }
        ward.take(message.clean());
    }

    private void alarms() {
        Alert tachycardia = raised(
                "a3",
                bed(3),
                stay(3),
                AlarmPriorityRecord.HIGH,
                now.minus(TACHYCARDIA).plus(HOLD),
                "Fréquence cardiaque haute : 164 /min (limite 150)",
                "Heart rate high: 164 /min (limit 150)");
        tachycardia.setValue(164.0);
        tachycardia.setLimit(150.0);
        ward.take(tachycardia);
        Alert score = raised(
                "a3b",
                bed(3),
                stay(3),
                AlarmPriorityRecord.MEDIUM,
                now.minusSeconds(100),
                "NEWS2 : 7",
                "NEWS2: 7",
                "rr");
        score.setRule("news2");
        ward.take(score);
        ward.take(raised(
                "a7",
                bed(7),
                stay(7),
                AlarmPriorityRecord.MEDIUM,
                now.minusSeconds(340),
                "SpO₂ basse : 86 % (limite 90)",
                "SpO₂ low: 86 % (limit 90)",
                "spo2"));
        ward.take(raised(
                "a16",
                bed(16),
                stay(16),
                AlarmPriorityRecord.LOW,
                now.minusSeconds(1900),
                "Température haute : 39,2 °C (limite 39)",
                "Temperature high: 39.2 °C (limit 39)",
                "temp"));
        ward.take(technical(raised(
                "t14",
                bed(14),
                stay(14),
                AlarmPriorityRecord.LOW,
                now.minusSeconds(1180),
                "SpO₂ : capteur débranché",
                "SpO₂: sensor off",
                "spo2")));
        ward.take(cleared(
                raised("a18", bed(18), stay(18), AlarmPriorityRecord.MEDIUM, now.minusSeconds(5400)),
                now.minusSeconds(5100)));
    }

    private static TriageLevelRecord level(int number) {
        return switch (number) {
            case 3 -> TriageLevelRecord.TRI_1;
            case 7 -> TriageLevelRecord.TRI_2;
            default -> CALM.get(number % CALM.size());
        };
    }

    private static int news2(int number) {
        return switch (number) {
            case 3 -> 7;
            case 7 -> 5;
            default -> number % 3;
        };
    }

    private Window window(int number) {
        int series = VariableCatalogue.standard().series().size();
        Instant admission = now.minus(Duration.ofHours(31));
        List<Float> values = new ArrayList<>(Collections.nCopies(HOURS * series, 0f));
        List<CellOriginRecord> kinds = new ArrayList<>(Collections.nCopies(HOURS * series, CellOriginRecord.MEASURED));
        for (int hour = 0; hour < HOURS; hour++) {
            for (var variable : VariableCatalogue.standard().series()) {
                int cell = hour * series + variable.series().orElseThrow();
                values.set(cell, (float) variable.normal());
                kinds.set(
                        cell,
                        hour % 6 == 3
                                ? CellOriginRecord.CARRIED
                                : hour % 6 == 5 ? CellOriginRecord.NORMAL : CellOriginRecord.MEASURED);
            }
        }
        return Window.newBuilder()
                .setStay(stay(number))
                .setBed(bed(number))
                .setAdmittedAt(admission)
                .setEnd(now)
                .setLastHour(31)
                .setSeries(VariableCatalogue.standard().series().stream()
                        .map(variable -> variable.challenge2012().orElseThrow())
                        .toList())
                .setValues(values)
                .setKinds(kinds)
                .setAges(Collections.nCopies(HOURS * series, 0f))
                .setSex(AdministrativeSexRecord.UNKNOWN)
                .setUnitKind(UnitTypeRecord.MEDICAL)
                .setChangedHours(List.of())
                .setRevision(1)
                .setDigest("d")
                .setNewest(new Origin("t", 0, 0L, -1))
                .build();
    }
}
