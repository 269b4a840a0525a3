package org.vigie.vitals;

import java.time.Instant;
import org.vigie.schemas.Observation;
import org.vigie.signal.clean.ChannelKey;

/** Builds the keys of the parts that belong to one raw record. Those of its message, device and bed are built once. */
final class CleaningPartKey {
    static final String SEPARATOR = "\u001f";
    static final String MESSAGE = "message" + SEPARATOR;
    static final String BED = "bed" + SEPARATOR;
    static final String DEVICE = "device" + SEPARATOR;
    static final String CHANNEL = "channel" + SEPARATOR;
    static final String INSTANT = "instant" + SEPARATOR;

    /** Number of digits of the milliseconds of any instant in a record. */
    private static final int DIGITS = 19;

    private final Observation observation;
    private final String message;
    private final String bed;
    private final String deviceName;
    private final String device;

    CleaningPartKey(Observation observation) {
        this.observation = observation;
        this.message = MESSAGE
                + observation.getSource()
                + SEPARATOR
                + observation.getMessageId()
                + SEPARATOR
                + observation.getDeviceTime().toEpochMilli();
        this.bed = BED + observation.getBed();
        this.deviceName =
                observation.getBed() + SEPARATOR + observation.getSource() + SEPARATOR + observation.getDevice();
        this.device = DEVICE + deviceName;
    }

    /** Returns true for the very observation of these keys. */
    @SuppressWarnings("ReferenceEquality") // To compare the readings would cost more than to build the keys.
    boolean isOf(Observation other) {
        return observation == other;
    }

    /**
     * Returns the key of the message. It contains the device time, so that a gateway that restarts its numbering at 1 sends no duplicates.
     */
    String message() {
        return message;
    }

    String bed() {
        return bed;
    }

    String device() {
        return device;
    }

    String channel(ChannelKey key) {
        return channel(deviceName, key);
    }

    String instant(Instant at) {
        return instant(deviceName, at);
    }

    static String channel(String deviceName, ChannelKey key) {
        return CHANNEL + deviceName + SEPARATOR + key.variable() + SEPARATOR + key.channel();
    }

    /** Returns the key of an instant. The instants of one device are sorted by time. */
    static String instant(String deviceName, Instant at) {
        String millis = Long.toString(Math.max(0, at.toEpochMilli()));
        return INSTANT + deviceName + SEPARATOR + "0".repeat(DIGITS - millis.length()) + millis;
    }

    /** Returns the instant in the key of an instant. */
    static Instant instantIn(String key) {
        return Instant.ofEpochMilli(Long.parseLong(key.substring(key.length() - DIGITS)));
    }

    /** Returns the bed, the source and the device in the key of a channel. */
    static String deviceNameInChannel(String channelKey) {
        int variable = channelKey.lastIndexOf(SEPARATOR, channelKey.lastIndexOf(SEPARATOR) - 1);
        return channelKey.substring(CHANNEL.length(), variable);
    }

    /** Returns the bed, the source and the device in the key of a device. */
    static String deviceNameIn(String deviceKey) {
        return deviceKey.substring(DEVICE.length());
    }
}
