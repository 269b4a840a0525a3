package org.vigie.station.stay;

/**
 * Identifies one of several sources of a variable at a bed.
 *
 * @param channel which source within the device; empty when its sender names none
 */
record SourceKey(String source, String device, String channel) {
    /** Returns the name that clinicians read. */
    String label() {
        return channel.isEmpty() ? device : channel;
    }
}
