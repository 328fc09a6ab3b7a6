import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.text.SimpleDateFormat;
import java.util.stream.Collectors;

// HeidelTimeBatch CONFIG TAGGER TYPE FOLDER: each FOLDER/N.txt (first line: its date, or empty) becomes N.tml.
// One warm instance for all, which is HeidelTime's best side.
class HeidelTimeBatch {
  public static void main(String[] args) throws Exception {
    HeidelTimeStandalone tagger =
        new HeidelTimeStandalone(
            Language.ENGLISH, DocumentType.valueOf(args[2]), OutputType.TIMEML, args[0], POSTagger.valueOf(args[1]));
    SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd");
    for (Path path : Files.list(Paths.get(args[3])).sorted().collect(Collectors.toList())) {
      if (!path.toString().endsWith(".txt")) continue;
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      String date = text.substring(0, text.indexOf('\n'));
      text = text.substring(text.indexOf('\n') + 1);
      String out = date.isEmpty() ? tagger.process(text) : tagger.process(text, day.parse(date));
      Files.write(Paths.get(path.toString().replace(".txt", ".tml")), out.getBytes(StandardCharsets.UTF_8));
    }
  }
}
