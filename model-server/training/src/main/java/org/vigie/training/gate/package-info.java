/** What a model must reach before it may be exported, and whether it does. */
package org.vigie.training.gate;
