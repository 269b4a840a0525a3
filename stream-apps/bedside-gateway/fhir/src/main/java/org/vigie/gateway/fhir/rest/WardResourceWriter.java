package org.vigie.gateway.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.vigie.gateway.intake.ContentDigest;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.schemas.TriageAssessmentRecord;

/** Writes one record of the ward as one resource. Patients are the pseudonyms of their stays. A missing score is never a 0. */
final class WardResourceWriter {
    private static final String STAY = "urn:vigie:stay";
    private static final String CODES = "urn:vigie:code";
    private static final String NOT_FOR_DIAGNOSIS = "For research. Not for diagnosis.";

    private WardResourceWriter() {}

    static ObjectNode issue(Alert alert) {
        ObjectNode issue = WardResourceSearch.node("DetectedIssue").put("id", id(alert.getAlert()));
        issue.put("status", alert.getState() == AlertStateRecord.CLEARED ? "final" : "preliminary");
        ObjectNode code = issue.putObject("code").put("text", alert.getMessageEn());
        code.putArray("coding").addObject().put("system", CODES).put("code", alert.getRule());
        issue.put("severity", severity(alert));
        stay(issue, "patient", alert.getStay());
        ObjectNode period = issue.putObject("identifiedPeriod")
                .put("start", alert.getOnset().toString());
        if (alert.getClearedAt() != null) {
            period.put("end", alert.getClearedAt().toString());
        }
        return issue.put("detail", alert.getKind() + " on " + alert.getBed() + ": " + alert.getMessageEn());
    }

    private static String severity(Alert alert) {
        return switch (alert.getPriority()) {
            case HIGH -> "high";
            case MEDIUM -> "moderate";
            case LOW -> "low";
        };
    }

    static ObjectNode flag(TriageAssessmentRecord triage) {
        ObjectNode flag = WardResourceSearch.node("Flag")
                .put("id", id("triage-" + triage.getStay()))
                .put("status", "active");
        ObjectNode code = flag.putObject("code").put("text", String.join("; ", triage.getReasonsEn()));
        code.putArray("coding")
                .addObject()
                .put("system", CODES)
                .put("code", triage.getLevel().name());
        stay(flag, "subject", triage.getStay());
        flag.putObject("period").put("start", triage.getAt().toString());
        return flag;
    }

    /** Writes NEWS2: a number when all of its parts are known, else the range of possible scores. */
    static ObjectNode earlyWarning(TriageAssessmentRecord triage) {
        ObjectNode score = observation("news2-" + triage.getStay(), "news2", "NEWS2", triage.getStay());
        score.put("effectiveDateTime", triage.getAt().toString());
        boolean isWhole = triage.getMissing().isEmpty() && triage.getNews2Low() == triage.getNews2High();
        if (isWhole) {
            quantity(score.putObject("valueQuantity"), triage.getNews2Low(), "{score}");
        } else {
            ObjectNode range = score.putObject("valueRange");
            quantity(range.putObject("low"), triage.getNews2Low(), "{score}");
            quantity(range.putObject("high"), triage.getNews2High(), "{score}");
            note(score, "incomplete: " + String.join(", ", triage.getMissing()));
        }
        return score;
    }

    static ObjectNode risk(RiskScore risk) {
        ObjectNode score =
                observation("risk-" + risk.getStay(), "survival-risk", "Risk of death in hospital", risk.getStay());
        score.put("effectiveDateTime", risk.getWindowEnd().toString());
        score.put("issued", risk.getScoredAt().toString());
        if (risk.getStatus() == ScoreStatus.SCORED && risk.getProbability() != null) {
            quantity(score.putObject("valueQuantity"), risk.getProbability(), "1");
        } else {
            absent(score.putObject("dataAbsentReason"), risk);
        }
        note(score, NOT_FOR_DIAGNOSIS + " " + risk.getModel() + " " + risk.getModelVersion());
        return score;
    }

    private static void absent(ObjectNode reason, RiskScore risk) {
        reason.put("text", risk.getReason() == null ? risk.getStatus().name() : risk.getReason());
        reason.putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/data-absent-reason")
                .put("code", risk.getStatus() == ScoreStatus.UNAVAILABLE ? "error" : "unknown");
    }

    private static ObjectNode observation(String id, String code, String name, String stay) {
        ObjectNode observation =
                WardResourceSearch.node("Observation").put("id", id(id)).put("status", "final");
        ObjectNode concept = observation.putObject("code").put("text", name);
        concept.putArray("coding")
                .addObject()
                .put("system", CODES)
                .put("code", code)
                .put("display", name);
        stay(observation, "subject", stay);
        return observation;
    }

    private static void stay(ObjectNode resource, String name, String stay) {
        resource.putObject(name).putObject("identifier").put("system", STAY).put("value", stay);
    }

    private static void quantity(ObjectNode quantity, double value, String unit) {
        quantity.put("value", value)
                .put("unit", unit)
                .put("system", "http://unitsofmeasure.org")
                .put("code", unit);
    }

    private static void note(ObjectNode resource, String text) {
        resource.putArray("note").addObject().put("text", text);
    }

    /** Returns an id of FHIR: at most 64 letters, digits, hyphens and dots. */
    private static String id(String name) {
        return name.matches("[A-Za-z0-9.-]{1,64}")
                ? name
                : ContentDigest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
