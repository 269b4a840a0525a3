package org.vigie.vitals;

import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateFormat;
import org.vigie.platform.state.StateRecordCodec;

/**
 * Writes and reads the parts of the cleaning state. The prefix of a key says which kind of part it is.
 *
 * @param messages codec of messages
 * @param devices codec of devices with their continuous channels
 * @param channels codec of all other channels
 * @param instants codec of instants
 * @param beds codec of beds
 */
record CleaningStateFormat(
        MessageStateCodec messages,
        DeviceStateCodec devices,
        ChannelStateCodec channels,
        InstantStateCodec instants,
        BedStateCodec beds)
        implements StateFormat<CleaningPart> {
    /** Every state schema that vitals-streams has released. */
    static final ReleasedStateSchemas SCHEMAS = ReleasedStateSchemas.of(VitalsStreams.NAME, CleaningStateFormat.class);

    CleaningStateFormat() {
        this(
                new MessageStateCodec(SCHEMAS),
                new DeviceStateCodec(SCHEMAS),
                new ChannelStateCodec(SCHEMAS),
                new InstantStateCodec(SCHEMAS),
                new BedStateCodec(SCHEMAS));
    }

    @Override
    public byte[] write(CleaningPart part) {
        return part.encoded(this);
    }

    /** Reads a part. Parts that release 0.1.0 wrote by position are read too. */
    @Override
    public CleaningPart read(String store, String key, byte[] bytes) {
        boolean byPosition = !StateRecordCodec.isEncoded(bytes) && PositionalCleaningState.isReadable(bytes);
        return switch (key.substring(0, key.indexOf(CleaningPartKey.SEPARATOR) + 1)) {
            case CleaningPartKey.MESSAGE ->
                byPosition ? PositionalCleaningState.readMessage(key, bytes) : messages.read(store, key, bytes);
            case CleaningPartKey.DEVICE ->
                byPosition ? PositionalCleaningState.readDevice(key, bytes) : devices.read(store, key, bytes);
            case CleaningPartKey.CHANNEL -> channels.read(store, key, bytes);
            case CleaningPartKey.INSTANT ->
                byPosition ? PositionalCleaningState.readInstant(key, bytes) : instants.read(store, key, bytes);
            case CleaningPartKey.BED ->
                byPosition ? PositionalCleaningState.readBed(key, bytes) : beds.read(store, key, bytes);
            default -> throw new IllegalArgumentException("key: must name a part of the cleaning state, was " + key);
        };
    }
}
