package org.vigie.cluster.comparison;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.serde.AvroSerdes;

/**
 * Holds what one run of a simulated ward raised.
 *
 * @param playedS seconds that the ward was live, until its last record
 * @param alarms physiological alarms; technical ones depend on the network and not on the seed
 */
public record PlayedWard(long playedS, Set<RaisedAlarm> alarms) {
    /**
     * Reads a ward from its ledger and from the position that its simulator has written.
     *
     * @param simulator folder of the simulator's state
     */
    public static PlayedWard read(KafkaConnectionConfig kafka, Path simulator) {
        var position = new SimulatorPosition(simulator);
        long played = Duration.between(position.live(), position.last()).toSeconds();
        return new PlayedWard(played, alarms(kafka, position.live()));
    }

    private static Set<RaisedAlarm> alarms(KafkaConnectionConfig kafka, Instant live) {
        var topic = kafka.topics().alertsLedger();
        var deserializer = new AvroSerdes(kafka.registry()).of(topic).deserializer();
        Set<RaisedAlarm> alarms = new TreeSet<>(Comparator.comparing(RaisedAlarm::toString));
        try (var reader = PartitionReader.fromBeginning(kafka, List.of(topic))) {
            reader.readToEnd(record -> {
                Alert alert = deserializer.deserialize(topic.name(), record.value());
                if (alert.getState() == AlertStateRecord.RAISED && alert.getKind() == AlertKind.PHYSIOLOGICAL) {
                    alarms.add(alarm(alert, live));
                }
            });
        }
        return alarms;
    }

    private static RaisedAlarm alarm(Alert alert, Instant live) {
        return new RaisedAlarm(
                alert.getBed(),
                alert.getRule(),
                Duration.between(live, alert.getOnset()).toSeconds());
    }
}
