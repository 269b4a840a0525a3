package org.vigie.vitals;

import java.time.Instant;
import org.vigie.schemas.Observation;
import org.vigie.signal.clean.ChannelKey;

/** Builds the keys of the parts that belong to one raw record. */
record CleaningPartKey(Observation observation) {
    static final String SEPARATOR = "\u001f";
    static final String MESSAGE = "message" + SEPARATOR;
    static final String BED = "bed" + SEPARATOR;
    static final String DEVICE = "device" + SEPARATOR;
    static final String CHANNEL = "channel" + SEPARATOR;
    static final String INSTANT = "instant" + SEPARATOR;

    /** Number of digits of the milliseconds of any instant in a record. */
    private static final int DIGITS = 19;

    /**
     * Returns the key of the message. It contains the device time, so that a gateway that restarts its numbering at 1 sends no duplicates.
     */
    String message() {
        return MESSAGE
                + observation.getSource()
                + SEPARATOR
                + observation.getMessageId()
                + SEPARATOR
                + observation.getDeviceTime().toEpochMilli();
    }

    String bed() {
        return BED + observation.getBed();
    }

    String device() {
        return DEVICE + deviceName();
    }

    String channel(ChannelKey key) {
        return channel(deviceName(), key);
    }

    String instant(Instant at) {
        return instant(deviceName(), at);
    }

    /** Returns the bed, the source and the device, which the keys of the device's parts contain. */
    private String deviceName() {
        return observation.getBed() + SEPARATOR + observation.getSource() + SEPARATOR + observation.getDevice();
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

    /** Returns the bed, the source and the device in the key of a device. */
    static String deviceNameIn(String deviceKey) {
        return deviceKey.substring(DEVICE.length());
    }
}
