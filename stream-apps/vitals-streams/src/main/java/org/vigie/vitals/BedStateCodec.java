package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.SourceActivity;
import org.vigie.signal.channel.SourceName;
import org.vigie.signal.channel.VariableSources;
import org.vigie.vitals.state.BedStateRecord;
import org.vigie.vitals.state.SourceActivityRecord;
import org.vigie.vitals.state.VariableSourcesRecord;

/** Writes and reads beds with the sources of their variables. */
final class BedStateCodec {
    private final StateRecordCodec<BedStateRecord> codec;

    BedStateCodec(ReleasedStateSchemas released) {
        codec = new StateRecordCodec<>(BedStateRecord.class, BedStateRecord.getClassSchema(), released);
    }

    byte[] write(StoredBed bed) {
        Map<String, VariableSources> byVariable = bed.sources().byVariable();
        List<VariableSourcesRecord> variables = new ArrayList<>(byVariable.size());
        byVariable.forEach((variable, sources) -> variables.add(toRecord(variable, sources)));
        return codec.write(new BedStateRecord(bed.offset(), bed.publishedAt().toEpochMilli(), variables));
    }

    private static VariableSourcesRecord toRecord(String variable, VariableSources sources) {
        List<SourceActivityRecord> activities =
                new ArrayList<>(sources.sources().size());
        for (SourceActivity activity : sources.sources()) {
            activities.add(new SourceActivityRecord(
                    activity.source().device(),
                    activity.source().channel(),
                    activity.lastReceived().toEpochMilli(),
                    activity.rhythm().toMillis(),
                    activity.steadyFrom().toEpochMilli()));
        }
        return new VariableSourcesRecord(
                variable,
                activities,
                sources.followed().map(SourceName::device).orElse(null),
                sources.followed().map(SourceName::channel).orElse(""));
    }

    StoredBed read(String store, String key, byte[] bytes) {
        BedStateRecord stored = codec.read(store, key, bytes);
        Map<String, VariableSources> sources = new HashMap<>();
        stored.getVariables().forEach(variable -> sources.put(variable.getVariable(), sources(variable)));
        return new StoredBed(
                stored.getOffset(), Instant.ofEpochMilli(stored.getPublishedAt()), new BedSources(sources));
    }

    private static VariableSources sources(VariableSourcesRecord stored) {
        return new VariableSources(
                stored.getSources().stream().map(BedStateCodec::activity).toList(),
                Optional.ofNullable(stored.getFollowedDevice())
                        .map(device -> new SourceName(device, stored.getFollowedChannel())));
    }

    private static SourceActivity activity(SourceActivityRecord stored) {
        return new SourceActivity(
                new SourceName(stored.getDevice(), stored.getChannel()),
                Instant.ofEpochMilli(stored.getHeard()),
                Duration.ofMillis(stored.getRhythmMs()),
                Instant.ofEpochMilli(stored.getSteadyFrom()));
    }
}
