package org.vigie.access;

/** Holds one attempt and what was decided. */
public record AuditedAccess(AccessAttempt attempt, AccessDecision decision) {}
