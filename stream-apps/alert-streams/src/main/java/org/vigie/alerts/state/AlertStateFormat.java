package org.vigie.alerts.state;

import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateFormat;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/** Writes and reads the parts of the app's store. The key says which kind of part it is. */
public final class AlertStateFormat implements StateFormat<AlertPart> {
    /** Every state schema that alert-streams has released. */
    static final ReleasedStateSchemas SCHEMAS = ReleasedStateSchemas.of("alert-streams", AlertStateFormat.class);

    private final StayStateCodec stays = new StayStateCodec(SCHEMAS);
    private final StayOutputCodec outputs = new StayOutputCodec(SCHEMAS);
    private final PositionalAlertState positional;

    /** @param serdes serdes of the registry, with which release 0.1.0 wrote outputs */
    public AlertStateFormat(TopicCatalogue topics, AvroSerdes serdes) {
        positional = new PositionalAlertState(topics, serdes);
    }

    @Override
    public byte[] write(AlertPart part) {
        return part instanceof StoredOutput output ? outputs.write(output) : stays.write((StayAlertState) part);
    }

    /** Reads a part. Parts that release 0.1.0 wrote by position are read too. */
    @Override
    public AlertPart read(String store, String key, byte[] bytes) {
        boolean byPosition = !StateRecordCodec.isEncoded(bytes) && PositionalAlertState.isReadable(bytes);
        if (AlertStateStore.isOutput(key)) {
            return byPosition ? positional.readOutput(store, key, bytes) : outputs.read(store, key, bytes);
        }
        return byPosition ? positional.readStay(store, key, bytes) : stays.read(store, key, bytes);
    }
}
