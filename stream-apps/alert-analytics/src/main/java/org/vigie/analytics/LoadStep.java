package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.platform.state.StatePartStore;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.AlertKind;

/** Implements the step load: publishes a unit's load at each call and every minute. The key is the unit. */
final class LoadStep implements Processor<String, AlarmEpisode, String, AlarmLoad> {
    static final String RECENT = "recent";

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final AnalyticsConfig config;
    private final Map<String, Long> updatedAtMs = new HashMap<>();
    private ProcessorContext<String, AlarmLoad> context;
    private StatePartStore<RecentAlarms> units;

    LoadStep(AnalyticsConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, AlarmLoad> context) {
        this.context = context;
        this.units = context.getStateStore(RECENT);
        context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::publishAll);
    }

    @Override
    public void process(Record<String, AlarmEpisode> record) {
        AlarmEpisode episode = record.value();
        RecentAlarms before = recent(record.key());
        String call = call(episode);
        if (episode.getKind() == AlertKind.PREDICTED
                || episode.getCalledAt() == null
                || before.raised().containsKey(call)) {
            return;
        }
        RecentAlarms after = before.with(call, episode.getCalledAt(), config.nurses());
        if (!after.equals(before)) {
            updatedAtMs.put(record.key(), context.currentSystemTimeMs());
            publish(record.key(), after, record.timestamp());
        }
    }

    /** Returns the identity of the newest call of an alarm. */
    private static String call(AlarmEpisode episode) {
        return episode.getCalls() == 1 ? episode.getAlert() : episode.getAlert() + "#" + episode.getCalls();
    }

    /** Publishes the load of every unit. Event time advances by the passed wall-clock time. */
    private void publishAll(long now) {
        for (String unit : units.keys("")) {
            Duration passed = Duration.ofMillis(now - updatedAtMs.getOrDefault(unit, now));
            updatedAtMs.put(unit, now);
            Instant at = recent(unit).at().plus(passed);
            publish(unit, recent(unit).until(at, config.nurses()), now);
        }
    }

    private void publish(String unit, RecentAlarms recent, long timestamp) {
        units.put(unit, recent);
        context.forward(new Record<>(unit, recent.load(unit, config.nurses(), config.target()), timestamp));
    }

    private RecentAlarms recent(String unit) {
        RecentAlarms recent = units.get(unit);
        return recent == null ? RecentAlarms.NOTHING : recent;
    }
}
