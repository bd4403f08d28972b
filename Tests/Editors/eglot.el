;;; Drives the language server from Emacs without a screen, and says line by line what came of it.  -*- lexical-binding: t -*-
;; Eglot comes with Emacs 29, and as elpa-eglot with Debian 12.
(unless (require 'eglot nil t) (princ "absent: eglot\n") (kill-emacs 0))
(require 'flymake)

(defun say (name value)
  (princ (format "%s: %s\n" name (replace-regexp-in-string "\n" "\\\\n" (format "%s" value)))))

(defun wait-for (what)
  (let ((tries 0))
    (while (and (< tries 1000) (not (funcall what)))
      (accept-process-output nil 0.02)
      (setq tries (1+ tries)))))

(setq eglot-confirm-server-initiated-edits nil
      eglot-sync-connect t
      eglot-events-buffer-size 0
      vc-handled-backends '(Git))
(add-to-list 'eglot-server-programs '(text-mode . ("rapport" "lsp" "--as-of" "2026-11-20")))
(set-language-environment "UTF-8")
(find-file "a.md")
(text-mode)
(apply #'eglot--connect (eglot--guess-contact))
(wait-for (lambda () (eglot-managed-p)))

(defun codes ()
  (sort (mapcar (lambda (d) (format "%s %s" (line-number-at-pos (flymake-diagnostic-beg d))
                                    (car (split-string (flymake-diagnostic-text d) ": "))))
                (flymake-diagnostics))
        #'string<))
(flymake-mode 1)
(flymake-start)
(wait-for (lambda () (flymake-start) (codes)))
(say "diagnostics" (string-join (codes) ", "))

(goto-char (point-min))
(search-forward "说最头疼")
(search-backward "张总")
(let ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover
                              (eglot--TextDocumentPositionParams))))
  (say "hover" (plist-get (plist-get hover :contents) :value)))
(eglot-rename "张伟")
(say "renamed" (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(goto-char (point-max))
(insert "明天再见 @张")
(let* ((capf (eglot-completion-at-point))
       (all (all-completions (buffer-substring-no-properties (nth 0 capf) (nth 1 capf)) (nth 2 capf))))
  (say "completion" (substring-no-properties (or (car all) "nothing"))))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot--current-server-or-lose))
(kill-emacs 0)
