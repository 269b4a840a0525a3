package org.vigie.replay.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.schemas.RulePublication;

/** Shows one publication of alarm rules as a line, and as the fields of the JSON answer. */
record PublicationText(RulePublication publication) {
    /** Returns the fields by their names. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("number", publication.getNumber());
        figures.put("version", publication.getVersion());
        figures.put("digest", publication.getDigest());
        figures.put("author", publication.getAuthor());
        figures.put("reason", publication.getReason());
        figures.put("published_at", publication.getPublishedAt().toString());
        figures.put("in_force_from", publication.getInForceFrom().toString());
        figures.put("forced", publication.getForced());
        figures.put("restores", publication.getRestores());
        return figures;
    }

    private String kind() {
        if (publication.getRestores() != null) {
            return "restores " + publication.getRestores();
        }
        return publication.getForced() ? "forced" : "tried";
    }

    private String version() {
        return publication.getVersion().isEmpty() ? "configuration" : publication.getVersion();
    }

    @Override
    public String toString() {
        return "%3d  %-20s %-12s from %s  %s: %s"
                .formatted(
                        publication.getNumber(),
                        version(),
                        kind(),
                        publication.getInForceFrom(),
                        publication.getAuthor(),
                        publication.getReason());
    }
}
