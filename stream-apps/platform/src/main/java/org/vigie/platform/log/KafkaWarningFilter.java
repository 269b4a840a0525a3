package org.vigie.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets each warning of Kafka's clients pass at most once a minute, whichever client gives it. Without a broker each client warns several
 * times a second. Errors always pass.
 */
public final class KafkaWarningFilter extends TurboFilter {
    private static final String KAFKA = "org.apache.kafka.";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** The name of the client that stands before a message of Kafka. */
    private static final Pattern CLIENT = Pattern.compile("^(\\[[^]]*] ?)+");

    private final InstantSource clock;
    private final Map<String, Instant> passed = new HashMap<>();

    /** Creates the filter as the log's configuration does. */
    public KafkaWarningFilter() {
        this(InstantSource.system());
    }

    KafkaWarningFilter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        boolean isLimited =
                format != null && level == Level.WARN && logger.getName().startsWith(KAFKA);
        return !isLimited || mayPass(CLIENT.matcher(format).replaceFirst("")) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** Returns true once a minute for each message. */
    private synchronized boolean mayPass(String message) {
        Instant now = clock.instant();
        Instant before = passed.get(message);
        boolean mayPass = before == null || !before.plus(PAUSE).isAfter(now);
        if (mayPass) {
            passed.put(message, now);
        }
        return mayPass;
    }
}
