package org.vigie.gateway.hl7.obx;

import java.util.HashMap;
import java.util.Map;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;

/**
 * Represents the containment tree of a device: MDS, VMD, channel, metric (OBX-4). A row without a time or a device inherits them from its
 * nearest ancestor that has them. Times are inherited within one OBR, device names within the message.
 */
public final class ContainmentTree {
    private final Map<String, SentTime> times = new HashMap<>();
    private final Map<String, String> devices = new HashMap<>();

    /** Begins another OBR. The times of the tree belong to the observation before. */
    public void beginObservation() {
        times.clear();
    }

    public void put(String path, SentTime time, String device) {
        String own = withoutZeros(path);
        if (!time.isAbsent()) {
            times.put(own, time);
        }
        if (!device.isEmpty()) {
            devices.put(own, device);
        }
    }

    public SentTime time(String path) {
        SentTime time = nearest(times, path);
        return time == null ? AbsentTime.ABSENT : time;
    }

    public String device(String path) {
        String device = nearest(devices, path);
        return device == null ? devices.getOrDefault("", "") : device;
    }

    private static <T> T nearest(Map<String, T> known, String path) {
        if (known.isEmpty()) {
            return null;
        }
        for (String at = withoutZeros(path); !at.isEmpty(); at = parent(at)) {
            T found = known.get(at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** Removes trailing zeros of a path: {@code 1.2.0.0} is the part {@code 1.2}. */
    public static String withoutZeros(String path) {
        String own = path;
        while (own.endsWith(".0")) {
            own = own.substring(0, own.length() - 2);
        }
        return own;
    }

    /** Returns the depth of a path: 4 for a metric, 5 and more for a row that describes one. */
    public static int depth(String path) {
        int depth = path.isEmpty() ? 0 : 1;
        for (int i = 0; i < path.length(); i++) {
            depth += path.charAt(i) == '.' ? 1 : 0;
        }
        return depth;
    }
}
