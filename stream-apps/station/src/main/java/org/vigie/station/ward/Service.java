package org.vigie.station.ward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.NotificationStatus;

/** The newest word of each channel that calls people, and of each unit's load of alarms. */
final class Service {
    private final Map<String, ChannelPicture> channels = new TreeMap<>();
    private final Map<String, LoadPicture> loads = new TreeMap<>();

    /** @param sentAt when the broker took it */
    void take(NotificationStatus status, Instant sentAt) {
        channels.put(status.getChannel(), ChannelPicture.of(status, sentAt));
    }

    /** @param sentAt when the broker took it */
    void take(AlarmLoad load, Instant sentAt) {
        loads.put(load.getUnit(), LoadPicture.of(load, sentAt));
    }

    ServicePicture picture() {
        return new ServicePicture(List.copyOf(channels.values()), List.copyOf(loads.values()));
    }
}
