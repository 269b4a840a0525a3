package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.AlertKind;

/** Step load: says a unit's load at each alarm, and each minute as time goes on; key: the unit. */
final class LoadStep implements Processor<String, AlarmEpisode, String, AlarmLoad> {
    static final String RECENT = "recent";

    private static final Duration BEAT = Duration.ofMinutes(1);

    private final AnalyticsConfig config;
    private final Map<String, Long> heard = new HashMap<>();
    private ProcessorContext<String, AlarmLoad> context;
    private KeyValueStore<String, byte[]> units;

    LoadStep(AnalyticsConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, AlarmLoad> context) {
        this.context = context;
        this.units = context.getStateStore(RECENT);
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, this::beat);
    }

    @Override
    public void process(Record<String, AlarmEpisode> record) {
        AlarmEpisode episode = record.value();
        RecentAlarms before = recent(record.key());
        if (episode.getKind() == AlertKind.PREDICTED || before.raised().containsKey(episode.getAlert())) {
            return;
        }
        RecentAlarms after = before.with(episode.getAlert(), episode.getRaisedAt(), config.nurses());
        if (!after.equals(before)) {
            heard.put(record.key(), context.currentSystemTimeMs());
            say(record.key(), after, record.timestamp());
        }
    }

    /** Event time goes on as the wall clock does. */
    private void beat(long now) {
        List<String> names = new ArrayList<>();
        try (var all = units.all()) {
            all.forEachRemaining(each -> names.add(each.key));
        }
        for (String unit : names) {
            Duration passed = Duration.ofMillis(now - heard.getOrDefault(unit, now));
            heard.put(unit, now);
            Instant at = recent(unit).at().plus(passed);
            say(unit, recent(unit).until(at, config.nurses()), now);
        }
    }

    private void say(String unit, RecentAlarms recent, long timestamp) {
        units.put(unit, RecentAlarmsFormat.write(recent));
        context.forward(new Record<>(unit, recent.load(unit, config.nurses(), config.target()), timestamp));
    }

    private RecentAlarms recent(String unit) {
        byte[] bytes = units.get(unit);
        return bytes == null ? RecentAlarms.NOTHING : RecentAlarmsFormat.read(bytes);
    }
}
