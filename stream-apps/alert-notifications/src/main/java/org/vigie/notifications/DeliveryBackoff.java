package org.vigie.notifications;

import java.time.Duration;

/** The pause before the next try. It doubles after each failure up to the longest pause. */
record DeliveryBackoff(Duration first, Duration longest) {
    static final DeliveryBackoff STANDARD = new DeliveryBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    Duration after(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }
}
