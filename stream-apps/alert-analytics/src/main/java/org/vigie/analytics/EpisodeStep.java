package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.Alert;

/**
 * Implements the step episode: updates the episode of each alert from the ledger's entries. The key is the alert.
 *
 * <p>A monitor's own alarm is no alarm of Vigie's rules and is left out. Feedback may come days after the end of an alarm. A closed episode is therefore kept for a month.
 */
final class EpisodeStep implements Processor<String, Alert, String, AlarmEpisode> {
    static final String EPISODES = "episodes";

    private static final Duration KEPT = Duration.ofDays(30);

    private ProcessorContext<String, AlarmEpisode> context;
    private KeyValueStore<String, AlarmEpisode> episodes;
    private Instant newest = Instant.MIN;

    @Override
    public void init(ProcessorContext<String, AlarmEpisode> context) {
        this.context = context;
        this.episodes = context.getStateStore(EPISODES);
        context.schedule(Duration.ofHours(1), PunctuationType.WALL_CLOCK_TIME, now -> deleteOldEpisodes());
    }

    @Override
    public void process(Record<String, Alert> record) {
        Alert entry = record.value();
        if (BedsideAlarmMapper.isOfMonitor(entry)) {
            return;
        }
        Optional<AlarmEpisode> before = Optional.ofNullable(episodes.get(entry.getAlert()));
        EpisodeAggregator.after(before, entry).ifPresent(after -> {
            newest = newest.isAfter(after.getRaisedAt()) ? newest : after.getRaisedAt();
            episodes.put(after.getAlert(), after);
            context.forward(record.withKey(after.getAlert()).withValue(after));
        });
    }

    private void deleteOldEpisodes() {
        List<String> old = new ArrayList<>();
        try (var all = episodes.all()) {
            all.forEachRemaining(each -> {
                if (each.value.getClearedAt() != null
                        && each.value.getClearedAt().plus(KEPT).isBefore(newest)) {
                    old.add(each.key);
                }
            });
        }
        old.forEach(episodes::delete);
    }
}
