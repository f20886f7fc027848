package com.weelo.dispatch.notification.composing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.notification.composing.Wording.Template;
import com.weelo.dispatch.platform.consuming.PoisonEvent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Puts wordings into the languages there are. */
@Component
public class Templates {

  static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("hi"));

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

  private final Map<String, Properties> byLanguage = new HashMap<>();

  Templates() {
    LANGUAGES.forEach(language -> byLanguage.put(language.getLanguage(), load(language)));
  }

  private static Properties load(Locale language) {
    var file = language.getLanguage() + ".properties";
    try (var stream = Templates.class.getResourceAsStream(file)) {
      var texts = new Properties();
      texts.load(new InputStreamReader(Objects.requireNonNull(stream, file), UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * In the person's language, or in English where there is nothing in it.
   *
   * @throws PoisonEvent where a value is missing: nothing is sent of which a part is missing
   */
  public Text render(Wording wording, Locale locale) {
    if (wording.template() == Template.NONE) {
      return Text.NONE;
    }
    var texts = texts(locale);
    var name = wording.template().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var spelling = new Spelling(part -> text(texts, part));
    Function<String, String> values =
        variable -> {
          var value = wording.values().get(variable);
          if (value == null) {
            throw new PoisonEvent(name + " lacks " + variable, null);
          }
          return spelling.spell(value);
        };
    return new Text(
        filled(text(texts, name + ".title"), values), filled(text(texts, name + ".body"), values));
  }

  private Properties texts(Locale locale) {
    return Objects.requireNonNull(
        byLanguage.getOrDefault(
            locale.getLanguage(), byLanguage.get(Locale.ENGLISH.getLanguage())));
  }

  private static String text(Properties texts, String key) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new PoisonEvent("there is no text " + key, null);
    }
    return text;
  }

  /** Values are put in as they are: what looks like a variable in one is none. */
  static String filled(String text, Function<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
  }
}
