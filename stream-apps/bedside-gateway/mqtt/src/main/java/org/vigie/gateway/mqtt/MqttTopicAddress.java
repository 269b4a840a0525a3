package org.vigie.gateway.mqtt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the address in a topic.
 *
 * @param bed {@code unit/bed}
 * @param isState true for the state of a device, false for a batch
 */
record MqttTopicAddress(String bed, boolean isState) {
    /** Parses a topic. Empty when it is neither {@code root/unit/bed} nor {@code root/unit/bed/state}. */
    static Optional<MqttTopicAddress> of(String root, String topic) {
        Matcher matcher =
                Pattern.compile(Pattern.quote(root) + "/([^/]+/[^/]+)(/state)?").matcher(topic);
        return matcher.matches()
                ? Optional.of(new MqttTopicAddress(matcher.group(1), matcher.group(2) != null))
                : Optional.empty();
    }
}
