//! PHP without its comments, line for line: the archive holds what runs, and a stack trace names the same lines as the repository has.

/// Comments become nothing, or the ends of the lines on which they stood. Heredocs are not known here: no class has one.
pub fn without_comments(source: &str) -> String {
    let mut reader = Reader { rest: source, out: String::with_capacity(source.len()) };
    // Whatever stands before the opening tag is not PHP.
    let begin = source.find("<?php").map_or(source.len(), |at| at + "<?php".len());
    reader.copy(begin);
    reader.code(None);
    reader.out
}

struct Reader<'a> {
    rest: &'a str,
    out: String,
}

impl Reader<'_> {
    /// Reads code to the end, or to the brace that ends an expression inside a text.
    fn code(&mut self, until: Option<char>) {
        let mut depth = 0_usize;
        while let Some(next) = self.rest.chars().next() {
            if self.rest.starts_with("/*") {
                self.block();
            } else if self.rest.starts_with("//") || (next == '#' && !self.rest.starts_with("#[")) {
                self.drop_comment(self.rest.find('\n').unwrap_or(self.rest.len()));
            } else if next == '\'' {
                self.text('\'');
            } else if next == '"' {
                self.text('"');
            } else {
                self.copy(next.len_utf8());
                match next {
                    '{' => depth += 1,
                    _ if Some(next) == until && depth == 0 => return,
                    '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }

    fn block(&mut self) {
        let length = self.rest.find("*/").map_or(self.rest.len(), |at| at + "*/".len());
        self.drop_comment(length);
    }

    /// A text to its closing quote, with the expressions in braces that a text in double quotes may hold.
    fn text(&mut self, quote: char) {
        self.copy(quote.len_utf8());
        while let Some(next) = self.rest.chars().next() {
            if next == '\\' {
                let escaped = self.rest.chars().nth(1).map_or(0, char::len_utf8);
                self.copy(next.len_utf8() + escaped);
            } else if quote == '"' && self.rest.starts_with("{$") {
                self.copy("{".len());
                self.code(Some('}'));
            } else {
                self.copy(next.len_utf8());
                if next == quote {
                    return;
                }
            }
        }
    }

    fn copy(&mut self, length: usize) {
        let (taken, rest) = self.rest.split_at(length);
        self.out.push_str(taken);
        self.rest = rest;
    }

    /// Leaves the ends of its lines, and a space where it stood between two words.
    fn drop_comment(&mut self, length: usize) {
        let (comment, rest) = self.rest.split_at(length);
        self.rest = rest;
        let lines = comment.matches('\n').count();
        if lines > 0 || rest.starts_with('\n') || rest.is_empty() {
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.out.extend(std::iter::repeat_n('\n', lines));
        } else {
            self.out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;
    use std::fs;
    use std::path::Path;

    #[test]
    fn comments_go_and_lines_and_texts_stay() {
        let check = |source: &str, expected: &str| assert_eq!(without_comments(source), expected, "{source}");
        check("<?php\n\n/**\n * About.\n */\n\ndeclare(1);\n", "<?php\n\n\n\n\n\ndeclare(1);\n");
        check("<?php\n$a = 1; // one\n    # two\n#[Attribute]\n", "<?php\n$a = 1;\n\n#[Attribute]\n");
        check("<?php f(1, /* two */ 3); // end", "<?php f(1,   3);");
        check(
            "<?php $a = '// no \\' /* no */' . \"# no \\\" {$b[\"//\"]} /* no */\"; // yes\n",
            "<?php $a = '// no \\' /* no */' . \"# no \\\" {$b[\"//\"]} /* no */\";\n",
        );
        check(
            "<?php $a = \"{$f(fn () => [/* yes */ '}'])} // no\";\n",
            "<?php $a = \"{$f(fn () => [  '}'])} // no\";\n",
        );
    }

    /// PHP itself says that the code is the same.
    #[test]
    fn every_class_of_the_module_is_the_same_code_without_its_comments() {
        const SAME: &str = "$folder = $argv[1]; $stripped = $argv[2]; $count = 0;
            foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) as $file) {
                if ($file->getExtension() !== 'php') { continue; }
                $other = $stripped . '/' . str_replace('/', '+', substr($file->getPathname(), strlen($folder) + 1));
                if (php_strip_whitespace($file->getPathname()) !== php_strip_whitespace($other)) { exit($file->getPathname()); }
                if (count(file($file->getPathname())) !== count(file($other))) { exit(\"lines of $other\"); }
                if (strpos(file_get_contents($other), '/*') !== false) { exit(\"a comment in $other\"); }
                $count++;
            }
            echo \"$count the same\";";
        let project = Project::locate(|_| Ok(std::env::var_os("PATH").unwrap_or_default())).unwrap();
        let lib = project.root.join("php-hooks/servers/ispmanagernoc/lib");
        let folder = std::env::temp_dir().join(format!("ispnoc-stripped-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut files = Vec::new();
        crate::test::php_files(&lib, &mut files).unwrap();
        for file in &files {
            let name = file.strip_prefix(&lib).unwrap().to_string_lossy().replace('/', "+");
            fs::write(folder.join(name), without_comments(&fs::read_to_string(file).unwrap())).unwrap();
        }
        let argument = |path: &Path| path.as_os_str().to_owned();
        let output =
            project.command("php").args(["-n", "-r", SAME, "--"]).args([argument(&lib), argument(&folder)]).output();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(String::from_utf8_lossy(&output.unwrap().stdout), format!("{} the same", files.len()));
    }
}
