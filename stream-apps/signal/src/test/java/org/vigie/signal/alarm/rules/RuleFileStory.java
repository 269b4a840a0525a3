package org.vigie.signal.alarm.rules;

/** Writes small rule files for tests. */
final class RuleFileStory {
    private static final String HEAD = """
        version: t-1
        source: nobody
        rules:
          - name: rule
            kind: %s
            sources:
              - variable: %s
                device: monitor
                label: {fr: "Mesure", en: "Measurement"}
                side: %s
                band: 0
                clear: PT0S
                steps:
        %s%sprofiles:
          - name: all
            units: []
            limits: []
        %s    maxPause: PT2M
            maxShelf: PT1H
            escalation: {}
            rights: {}
        """;

    private String kind = "LIMIT";
    private String variable = "spo2";
    private String side = "BELOW";
    private final StringBuilder steps = new StringBuilder();
    private String bounds = "";
    private String profile = "    latching: []\n";

    RuleFileStory rule(String ruleKind, String watched, String violatedSide) {
        kind = ruleKind;
        variable = watched;
        side = violatedSide;
        return this;
    }

    RuleFileStory step(double limit, String priority, String hold) {
        steps.append("          - {limit: %s, priority: %s, hold: %s}\n".formatted(limit, priority, hold));
        return this;
    }

    RuleFileStory bounds(String lines) {
        bounds = "limitBounds:\n" + lines;
        return this;
    }

    RuleFileStory profile(String lines) {
        profile = lines;
        return this;
    }

    AlarmRuleCatalogue read() {
        return AlarmRuleCatalogue.of("t.yaml", HEAD.formatted(kind, variable, side, steps, bounds, profile));
    }
}
