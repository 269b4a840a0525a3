package org.vigie.platform.config;

import java.util.List;

/** Signals a configuration that cannot be used; the message names every key that is wrong. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    InvalidConfigException(String source, List<String> problems) {
        super("Configuration " + source + " cannot be used:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Lists one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
