package org.vigie.replay.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.PromisedCallRate;
import org.vigie.schemas.RuleTrialPromise;

/**
 * Holds the JSON answer of {@code ./vigie rules try}.
 *
 * @param file its name, for messages
 */
record RuleTrialFile(Path file, JsonNode answer) {
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final double MS_PER_HOUR = 3_600_000;

    /** @throws IllegalArgumentException when the file is no answer of a trial */
    static RuleTrialFile read(Path file) {
        try {
            JsonNode answer = JsonMapper.builder().build().readTree(file.toFile());
            if (!answer.has("rules_digest") || !answer.has("report_after")) {
                throw new IllegalArgumentException(
                        "--trial: must be the answer of ./vigie rules try --json, was " + file);
            }
            return new RuleTrialFile(file, answer);
        } catch (IOException e) {
            throw new UncheckedIOException("--trial: cannot be read: " + file, e);
        }
    }

    /**
     * Returns why the trial does not speak for the rules; empty when it does.
     *
     * @param inForce version of the rules with which new ones must be compared
     */
    Optional<String> refusal(RuleFileText rules, String inForce, Instant now) {
        if (!answer.get("rules_digest").asText().equals(rules.digest())) {
            return refused("tried other rules than " + rules.name());
        }
        if (time("tried_at").isBefore(now.minus(VALID))) {
            return refused("is of " + time("tried_at") + " and older than " + VALID.toDays() + " days");
        }
        if (!against().equals(inForce)) {
            return refused("compares with " + against() + ", but " + inForce + " is in force");
        }
        if (period().compareTo(SHORTEST) < 0 || bedDays() == 0) {
            return refused(
                    "covers " + period() + " with " + bedDays() + " bed-days; an hour with a patient was expected");
        }
        return missesMore()
                ? refused("misses alarms that clinicians judged real: " + missed("feedback_new"))
                : Optional.empty();
    }

    private Optional<String> refused(String why) {
        return Optional.of("--trial: %s %s; run ./vigie rules try again, or publish with --force".formatted(file, why));
    }

    private boolean missesMore() {
        Set<String> before = missed("feedback_current");
        return !before.containsAll(missed("feedback_new"));
    }

    private Set<String> missed(String feedback) {
        Set<String> missed = new HashSet<>();
        answer.path(feedback).path("missed").forEach(each -> missed.add(each.asText()));
        return missed;
    }

    private String against() {
        return answer.path("before").asText();
    }

    private double bedDays() {
        return answer.path("report_after").path("bed_days").asDouble();
    }

    private Duration period() {
        return Duration.between(time("from"), time("to"));
    }

    private Instant time(String field) {
        try {
            return Instant.parse(answer.path(field).asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--trial: " + file + ": " + field + " must be a time", e);
        }
    }

    /** Returns what the trial promises. */
    RuleTrialPromise promise() {
        List<PromisedCallRate> units = new ArrayList<>();
        double hours = period().toMillis() / MS_PER_HOUR;
        answer.path("report_after")
                .path("by_unit")
                .forEach(unit -> units.add(new PromisedCallRate(
                        unit.path("name").asText(), unit.path("calls").asInt() / hours)));
        return RuleTrialPromise.newBuilder()
                .setTriedAt(time("tried_at"))
                .setFrom(time("from"))
                .setTo(time("to"))
                .setAgainst(against())
                .setCallsPerBedDay(
                        answer.path("calls_per_bed_day").path("after").asDouble())
                .setUnits(units)
                .build();
    }
}
