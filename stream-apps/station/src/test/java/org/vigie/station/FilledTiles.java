package org.vigie.station;

import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.monitorAlarm;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.risk;
import static org.vigie.station.StationRecords.technical;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.health.BedWatchdog;
import org.vigie.station.ward.WardView;
import org.vigie.testing.story.MessageStory;
import org.vigie.testing.story.WardStory;

/** Fills the beds of a ward with all that can stand on a tile. */
final class FilledTiles {
    /** Partition that carries the readings of the beds with an alarm of equipment. */
    static final int UNREAD = 1;

    static final int ALARM = 1;
    static final int MONITOR = 2;
    static final int TECHNICAL = 4;
    private static final int FIRST_WITHOUT_PROFILE = 9;
    private static final int CALM = 17;
    private static final Map<String, Double> VITALS = Map.of(
            "hr", 152.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 118.0, "abp_dia", 70.0, "abp_mean", 86.0, "temp", 37.0);

    private final WardView ward;
    private final BedWatchdog watchdog;
    private final Instant now;

    FilledTiles(WardView ward, BedWatchdog watchdog, Instant now) {
        this.ward = ward;
        this.watchdog = watchdog;
        this.now = now;
    }

    static String bed(int number) {
        return String.format(Locale.ROOT, "REA/%02d", number);
    }

    /**
     * Fills beds in their order. The bits of a bed's number less one say which alarms it has. The first eight beds have a line of further values, too, and
     * those from 17 on have no alarm.
     */
    void fill(int from, int to) {
        for (int number = from; number <= to; number++) {
            fill(number, number < CALM ? number - 1 : 0, number < FIRST_WITHOUT_PROFILE);
        }
    }

    /** Fills one bed. */
    void fill(int number, int bars, boolean profile) {
        String name = bed(number);
        String stay = "s" + number;
        ward.take(admitted(name, stay, now.minusSeconds(3600)));
        var observation = message(name, stay, profile).clean();
        ward.take(observation);
        watchdog.take(observation, (bars & TECHNICAL) != 0 ? UNREAD : 0);
        ward.take(risk(name, stay, 0.24, 0.2, now));
        raise(number, name, stay, bars, profile);
    }

    private MessageStory message(String name, String stay, boolean profile) {
        MessageStory message = new WardStory().bed(name, stay).at(now);
        VITALS.forEach(message::kept);
        return profile ? message.kept("noradrenaline", 0.25).kept("fio2", 60) : message;
    }

    private void raise(int number, String name, String stay, int bars, boolean profile) {
        if ((bars & ALARM) != 0) {
            ward.take(raised("a" + number, name, stay, AlarmPriorityRecord.HIGH, now));
        }
        if ((bars & MONITOR) != 0) {
            ward.take(monitorAlarm(name, profile ? "APNÉE" : "TACHYCARDIE VENTRICULAIRE", "start", now));
        }
        if ((bars & TECHNICAL) != 0) {
            String[] words = {"SpO₂ : capteur débranché", "SpO₂: sensor off", "spo2"};
            ward.take(technical(raised("t" + number, name, stay, AlarmPriorityRecord.LOW, now, words)));
        }
    }
}
