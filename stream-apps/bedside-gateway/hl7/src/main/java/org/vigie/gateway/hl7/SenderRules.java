package org.vigie.gateway.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.field.Hl7TimeParser;
import org.vigie.gateway.read.SenderClock;

/**
 * Holds configured facts about senders that their messages do not show.
 *
 * @param zone time zone of times without one, when MSH-7 shows none
 * @param senders exceptions for single senders; the first that fits is used
 */
public record SenderRules(ZoneId zone, List<SenderConfig> senders) {
    /**
     * Configures an exception for one sender.
     *
     * @param name part of {@code MSH-3|MSH-4}, in any case
     * @param zone time zone of its times without one, whatever MSH-7 shows
     * @param production true when its messages concern patients although MSH-11 says training or debugging
     */
    public record SenderConfig(String name, Optional<ZoneId> zone, boolean production) {
        public SenderConfig {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("senders.name: must be part of MSH-3 or MSH-4, was empty");
            }
            zone = Objects.requireNonNullElse(zone, Optional.empty());
        }
    }

    public SenderRules {
        Objects.requireNonNull(zone, "zone");
        senders = List.copyOf(senders);
    }

    public static SenderRules in(ZoneId zone) {
        return new SenderRules(zone, List.of());
    }

    /**
     * Returns the clock of the sender of a message.
     *
     * @param received when the message arrived; empty when it is read from a file
     */
    SenderClock clock(Er7Message message, Optional<Instant> received) {
        Optional<ZoneOffset> shown = Hl7TimeParser.offsetOf(message.header().word(7));
        var clock = new SenderClock(
                of(message).flatMap(SenderConfig::zone).or(() -> shown).orElse(zone), shown, received);
        return Hl7TimeParser.localOf(message.header().word(7))
                .map(clock::sentAt)
                .orElse(clock);
    }

    /** Returns true when MSH-11 marks the message as training or debugging. A sender that is configured as production is never a test. */
    public boolean isTest(Er7Message message) {
        String processing = message.processing();
        return (processing.equals("T") || processing.equals("D"))
                && of(message).filter(SenderConfig::production).isEmpty();
    }

    private Optional<SenderConfig> of(Er7Message message) {
        if (senders.isEmpty()) {
            return Optional.empty();
        }
        String from = message.sender().toLowerCase(Locale.ROOT);
        return senders.stream()
                .filter(sender -> from.contains(sender.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
