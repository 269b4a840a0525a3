package org.vigie.gateway.hl7;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What cannot be read from a sender's messages and must be known about it.
 *
 * @param zone of times that have none, where MSH-7 shows none either
 * @param senders exceptions, the first that fits counts
 */
public record SenderRules(ZoneId zone, List<Sender> senders) {
    /**
     * @param name found anywhere in {@code MSH-3|MSH-4}, whatever its case
     * @param zone of its times without one, whatever MSH-7 shows
     */
    public record Sender(String name, ZoneId zone) {
        public Sender {
            Objects.requireNonNull(zone, "zone");
        }
    }

    public SenderRules {
        Objects.requireNonNull(zone, "zone");
        senders = List.copyOf(senders);
    }

    public static SenderRules in(ZoneId zone) {
        return new SenderRules(zone, List.of());
    }

    ZoneId zone(Er7 message) {
        if (!senders.isEmpty()) {
            String from = message.sender().toLowerCase(Locale.ROOT);
            for (Sender sender : senders) {
                if (from.contains(sender.name().toLowerCase(Locale.ROOT))) {
                    return sender.zone();
                }
            }
        }
        return Times.zoneOf(message.header().get(7)).orElse(zone);
    }
}
