package org.vigie.alerts.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Writes and reads an output as bytes. Its records have the format of the output topics, so that the registry handles a change of schema.
 */
public final class StayOutputFormat {
    private final Topic<Alert> alertTopic;
    private final Topic<Alert> currentTopic;
    private final Topic<TriageAssessmentRecord> triageTopic;
    private final Serde<Alert> alerts;
    private final Serde<Alert> current;
    private final Serde<TriageAssessmentRecord> triage;

    public StayOutputFormat(TopicCatalogue topics, AvroSerdes serdes) {
        alertTopic = topics.alertsLedger();
        currentTopic = topics.alertsCurrent();
        triageTopic = topics.triageCurrent();
        alerts = serdes.of(alertTopic);
        current = serdes.of(currentTopic);
        triage = serdes.of(triageTopic);
    }

    /**
     * Writes an output.
     *
     * @param at wall-clock time in ms since 1970
     */
    byte[] write(long at, StayOutput output) {
        return StayAlertStateFormat.BYTES.write(out -> {
            out.writeLong(at);
            write(out, output.ledger(), alertTopic, alerts);
            write(out, output.current(), currentTopic, current);
            write(out, output.triage(), triageTopic, triage);
        });
    }

    static long at(byte[] bytes) {
        return StayAlertStateFormat.BYTES.read(bytes, DataInput::readLong);
    }

    StayOutput read(byte[] bytes) {
        return StayAlertStateFormat.BYTES.read(bytes, in -> {
            in.readLong();
            return new StayOutput(
                    read(in, alertTopic, alerts), read(in, currentTopic, current), read(in, triageTopic, triage));
        });
    }

    private static <V extends SpecificRecord> void write(
            DataOutput out, List<V> records, Topic<V> topic, Serde<V> serde) throws IOException {
        out.writeInt(records.size());
        for (V record : records) {
            byte[] framed = serde.serializer().serialize(topic.name(), record);
            out.writeInt(framed.length);
            out.write(framed);
        }
    }

    private static <V extends SpecificRecord> List<V> read(DataInput in, Topic<V> topic, Serde<V> serde)
            throws IOException {
        List<V> records = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] framed = new byte[in.readInt()];
            in.readFully(framed);
            records.add(serde.deserializer().deserialize(topic.name(), framed));
        }
        return records;
    }
}
