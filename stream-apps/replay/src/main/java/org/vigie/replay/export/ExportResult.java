package org.vigie.replay.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what an export wrote.
 *
 * @param anonymity of the exported stays; empty when none were exported, or under their names
 */
record ExportResult(List<ExportedFile> files, Optional<AnonymityReport> anonymity) {
    ExportResult {
        files = List.copyOf(files);
    }

    /** Returns the answer for people. */
    String text() {
        return Stream.concat(files.stream(), anonymity.stream())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Returns the answer for programs. */
    Map<String, Object> toMap() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("files", files);
        anonymity.ifPresent(report -> answer.put("anonymity", report));
        return answer;
    }
}
