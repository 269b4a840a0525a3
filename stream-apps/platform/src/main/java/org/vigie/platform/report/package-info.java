/** HTML reports: Mustache templates that share one page frame, one table and one style sheet. Numbers and words are decided by the reports. */
@NullMarked
package org.vigie.platform.report;

import org.jspecify.annotations.NullMarked;
