package org.vigie.gateway.publish;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.signal.newest.DeviceClock;

/** Follows the clocks of devices whose values name no bed, by sender and device. Safe for several threads. */
final class SenderDeviceClocks {
    private static final int MOST = 10_000;

    private final Map<String, DeviceClock> clocks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DeviceClock> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Returns the clock of a device after a message.
     *
     * @param stamp the newest instant in the message, by the device's clock
     */
    synchronized DeviceClock after(String device, Instant stamp, Instant received) {
        DeviceClock clock = clocks.getOrDefault(device, DeviceClock.UNKNOWN).afterMessage(stamp, received);
        clocks.put(device, clock);
        return clock;
    }
}
