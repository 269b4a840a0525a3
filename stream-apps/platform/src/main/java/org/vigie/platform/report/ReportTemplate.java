package org.vigie.platform.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Renders an HTML report from a Mustache template.
 *
 * <p>Templates are resources {@code NAME.mustache} beside the class that owns them. They may include the templates of this package:
 * {@code page} (frame and style sheet; needs {@code title}, has the blocks {@code body} and {@code head}), {@code table} (a {@link ReportTable}) and {@code bars} (a {@link BarChart}).
 * Text is escaped; a name that the model does not have is an error.
 */
public final class ReportTemplate {
    private static final Mustache.Escaper HTML =
            Escapers.simple(new String[][] {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});

    private final Template template;

    /**
     * Reads and compiles a template.
     *
     * @param owner class beside which the template lies
     * @param name file name without {@code .mustache}
     */
    public ReportTemplate(Class<?> owner, String name) {
        template = Mustache.compiler()
                .withEscaper(HTML)
                .strictSections(true)
                .withLoader(included -> new StringReader(source(owner, included)))
                .compile(source(owner, name));
    }

    /**
     * Fills the template.
     *
     * @param model object whose methods and record components the template names
     */
    public String render(Object model) {
        return template.execute(model).stripTrailing() + "\n";
    }

    private static String source(Class<?> owner, String name) {
        String file = name + ".mustache";
        try (InputStream own = owner.getResourceAsStream(file);
                InputStream shared = ReportTemplate.class.getResourceAsStream(file)) {
            InputStream found = own == null ? shared : own;
            if (found == null) {
                throw new IllegalArgumentException(file + " is neither beside " + owner.getName() + " nor beside "
                        + ReportTemplate.class.getName());
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the template " + file, e);
        }
    }
}
