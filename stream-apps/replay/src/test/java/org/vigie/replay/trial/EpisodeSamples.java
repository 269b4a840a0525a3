package org.vigie.replay.trial;

import java.time.Instant;
import org.vigie.analytics.ReportPeriod;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.testing.story.WardStory;

/** Makes alarms of one hour, by the seconds from its begin. */
final class EpisodeSamples {
    static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    static final ReportPeriod HOUR = new ReportPeriod(BEGIN, BEGIN.plusSeconds(3_600));

    private EpisodeSamples() {}

    /** Returns an alarm that called once and is still open. */
    static AlarmEpisode.Builder alarm(String stay, String rule, int raised) {
        return new WardStory()
                .bed("REA/" + stay, stay)
                .alert(stay + "-" + rule + "-" + raised)
                .rule(rule, "spo2")
                .raisedAt(at(raised))
                .episode()
                .setIncident("")
                .setCalls(1);
    }

    static AlarmEpisode alarm(String stay, String rule, int raised, int cleared) {
        return alarm(stay, rule, raised).setClearedAt(at(cleared)).build();
    }

    static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }
}
