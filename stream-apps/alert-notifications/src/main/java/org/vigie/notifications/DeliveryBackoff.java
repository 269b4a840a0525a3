package org.vigie.notifications;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time. */
record DeliveryBackoff(Duration first, Duration longest) {
    static final DeliveryBackoff STANDARD = new DeliveryBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    Duration after(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(longest) < 0 ? twice : longest;
    }
}
