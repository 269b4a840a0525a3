package org.vigie.analytics.rules;

import org.vigie.schemas.RulePublication;

/** Says in the audit trail which alarm rules a publication put in force, by whom and why. */
public record PublicationAuditText(RulePublication publication) {
    private String what() {
        if (publication.getRestores() != null) {
            return "restores publication " + publication.getRestores();
        }
        return publication.getVersion() + (publication.getForced() ? ", forced" : ", tried");
    }

    @Override
    public String toString() {
        return "publication %d (%s) by %s: %s"
                .formatted(publication.getNumber(), what(), publication.getAuthor(), publication.getReason());
    }
}
